// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MadeEdit.h"
#include "tests/support/TestFiles.h"
#include "widgets/dialogs/EditFactsDialog.h"
#include "widgets/models/FactTexts.h"
#include "widgets/style/Theme.h"
#include "widgets/views/PlaceboPlot.h"
#include "widgets/views/PlainTable.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace cw;

namespace {

EditFacts facts()
{
    EditFacts known;
    known.ledger = EditLedger{{{"layers.1.mlp.out", 3, 128, 1536, 1530, 20, 2, 1.99}}, 153000};
    known.baseHash = QStringLiteral("aa11");
    known.hash = QStringLiteral("bb22");
    known.placebos = {{QStringLiteral("content"),
                       QStringLiteral("gap"),
                       0.3,
                       0.1,
                       0.22,
                       0.3,
                       0.25,
                       {0.21, 0.25, 0.31},
                       {QStringLiteral("layers 5, token read"), {}, {}},
                       1,
                       1,
                       true,
                       true}};
    SideEffects effects;
    effects.sets = {{QStringLiteral("definitional"),
                     48,
                     0,
                     0.95,
                     0.9,
                     0.01,
                     {QStringLiteral("The king said that"), -0.3},
                     {QStringLiteral("The king said that"), 0.4}},
                    {QStringLiteral("facts"), 0, 24, 0, 0, 0, {}, {}}};
    effects.sentences = {{QStringLiteral("definitional"), QStringLiteral("The king said that"), 0.9, 0.6, 0.4,
                          QStringLiteral("he"), QStringLiteral("he|she"), 0.91, 0.62}};
    known.sideEffects = effects;
    known.method = {{QStringLiteral("gapBefore"), 0.5}};
    return known;
}

/// All that a table shows, cell by cell.
QString textOf(const QTableWidget &table)
{
    QStringList cells;
    for (int row = 0; row < table.rowCount(); ++row)
        for (int column = 0; column < table.columnCount(); ++column)
            cells << table.item(row, column)->text();
    return cells.join(u';');
}

} // namespace

/// What an edit did, as a person sees it.
class TestEditFactsDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingKnownIsShown();
    void whatIsNotKnownIsSaid();
    void whatIsNotKnownIsAskedForOnce();
    void moreComesWhileItIsOpen();
    void twoScoresOfOneKindAreOneKind();
    void marksStandWhereTheirScoresAre_data();
    void marksStandWhereTheirScoresAre();
    void tablesAreNoHigherThanTheirRows();
    void itIsCopiedAsMarkdown();

private:
    template <class T> static T *find(const QWidget &in, const char *name)
    {
        return in.findChild<T *>(QLatin1String(name));
    }
};

void TestEditFactsDialog::everythingKnownIsShown()
{
    EditFactsDialog dialog(QStringLiteral("zero"), facts());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(dialog.windowTitle().contains(QStringLiteral("zero")));
    const QString ledger = textOf(*find<QTableWidget>(dialog, "ledgerTable"));
    QCOMPARE(ledger, QStringLiteral("layers.1.mlp.out;3 of 128;1530 of 1536;2;1.99;0.0995;0.995"));
    QVERIFY(find<QLabel>(dialog, "ledgerLabel")->text().contains(QStringLiteral("1530 of the model's 153000 weights")));
    QVERIFY(find<QLabel>(dialog, "hashLabel")->text().contains(QStringLiteral("bb22")));
    const QString placebo = find<QLabel>(dialog, "placeboLabel")->text();
    QVERIFY2(placebo.contains(QStringLiteral("p = 0.25")) && placebo.contains(QStringLiteral("gap")),
             qPrintable(placebo));
    QVERIFY(find<PlaceboPlot>(dialog, "placeboPlot")->accessibleDescription().contains(QStringLiteral("0.1000")));
    QStringList remarks;
    for (const QLabel *label : dialog.findChildren<QLabel *>(QStringLiteral("placeboRemark")))
        remarks << label->text();
    QCOMPARE(remarks.size(), 4); // draws that break a guard, that leave one undecided, the best, and too few
    QVERIFY(remarks.join(u' ').contains(QStringLiteral("The best of them: layers 5, token read, 0.2100.")));
    QVERIFY(remarks.join(u' ').contains(QStringLiteral("Too few draws")));
    const QString sets = textOf(*find<QTableWidget>(dialog, "sideEffectTable"));
    QVERIFY2(sets.startsWith(QStringLiteral("definitional words;48;")) && sets.contains(QStringLiteral("-0.0500")),
             qPrintable(sets));
    QVERIFY(sets.endsWith(QStringLiteral("cannot be asked them")));
    QVERIFY(!find<QLabel>(dialog, "sideEffectRemark"));
    QVERIFY(textOf(*find<QTableWidget>(dialog, "sentenceTable")).endsWith(QStringLiteral("The king said that")));
    QCOMPARE(textOf(*find<QTableWidget>(dialog, "methodTable")), QStringLiteral("gapBefore;0.5"));
    QVERIFY(!find<QLabel>(dialog, "noPlaceboLabel") && !find<QLabel>(dialog, "noSideEffectsLabel"));
}

void TestEditFactsDialog::whatIsNotKnownIsSaid()
{
    EditFactsDialog dialog(QStringLiteral("merged"), {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    for (const char *label : {"noLedgerLabel", "noPlaceboLabel", "noSideEffectsLabel"})
        QVERIFY2(find<QLabel>(dialog, label) && !find<QLabel>(dialog, label)->text().isEmpty(), label);
    QVERIFY(dialog.findChildren<QTableWidget *>().isEmpty());
    QVERIFY(!find<PlaceboPlot>(dialog, "placeboPlot"));
}

void TestEditFactsDialog::whatIsNotKnownIsAskedForOnce()
{
    EditFactsDialog dialog(QStringLiteral("merged"), {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy placebos(&dialog, &EditFactsDialog::placebosAsked);
    QSignalSpy scans(&dialog, &EditFactsDialog::scanAsked);
    dialog.show();
    for (const char *name : {"placeboButton", "allPlacebosButton", "scanButton"}) {
        auto *button = find<QPushButton>(dialog, name);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!button->isEnabled());
    }
    QCOMPARE(placebos.size(), 2);
    QCOMPARE(placebos[0][0].toString(), QStringLiteral("auto"));
    QCOMPARE(placebos[1][0].toString(), QStringLiteral("all"));
    QCOMPARE(scans.size(), 1);
    EditFacts enough = facts();
    enough.placebos[0].isTooFew = false;
    dialog.setFacts(enough);
    QVERIFY(!find<QPushButton>(dialog, "placeboButton") && !find<QPushButton>(dialog, "scanButton"));
    QVERIFY(find<QPushButton>(dialog, "allPlacebosButton")->isEnabled());
    dialog.setFacts(facts());
    QVERIFY(find<QPushButton>(dialog, "placeboButton")->isEnabled()); // too few were drawn
}

void TestEditFactsDialog::moreComesWhileItIsOpen()
{
    EditFacts known = facts();
    known.sideEffects.reset();
    EditFactsDialog dialog(QStringLiteral("zero"), known);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(find<QLabel>(dialog, "noSideEffectsLabel"));
    EditFacts unchanged = facts();
    unchanged.sideEffects->sentences.clear();
    unchanged.sideEffects->sets[0].after = 0.85; // of 0.95
    dialog.setFacts(unchanged);
    QVERIFY(!find<QLabel>(dialog, "noSideEffectsLabel"));
    QVERIFY(find<QLabel>(dialog, "noSentenceLabel"));
    QVERIFY(find<QLabel>(dialog, "sideEffectRemark")->text().contains(QStringLiteral("90 %")));
    dialog.setFacts(facts());
    QVERIFY(find<QTableWidget>(dialog, "sentenceTable"));
    QCOMPARE(dialog.findChildren<QTableWidget *>(QStringLiteral("ledgerTable")).size(), 1);
}

void TestEditFactsDialog::twoScoresOfOneKindAreOneKind()
{
    EditFacts known = facts();
    known.placebos[0].isTooFew = false;
    known.placebos.append(known.placebos[0]);
    known.placebos[0].score = QStringLiteral("testFb");
    known.placebos[1].score = QStringLiteral("testImbalance");
    EditFactsDialog dialog(QStringLiteral("mg"), known);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QStringList sentences;
    for (const QLabel *label : dialog.findChildren<QLabel *>(QStringLiteral("placeboLabel")))
        sentences << label->text();
    QCOMPARE(sentences.size(), 2);
    QVERIFY(sentences[0].contains(QStringLiteral("the FB-Score of the test fold")));
    QVERIFY(sentences[1].contains(QStringLiteral("the renormalised imbalance of the test fold")));
    QVERIFY(find<QPushButton>(dialog, "allPlacebosButton"));
    known.placebos[1].kind = QStringLiteral("moved");
    dialog.setFacts(known);
    QVERIFY(!find<QPushButton>(dialog, "allPlacebosButton"));
}

void TestEditFactsDialog::marksStandWhereTheirScoresAre_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

void TestEditFactsDialog::marksStandWhereTheirScoresAre()
{
    QFETCH(Theme, theme);
    applyTheme(theme);
    PlaceboPlot plot(facts().placebos.first());
    plot.setAttribute(Qt::WA_NoSystemBackground, false);
    plot.resize(600, plot.minimumSizeHint().height());
    const QImage seen = plot.grab().toImage();
    const double scale = seen.devicePixelRatio();
    const QColor ground = plot.palette().color(QPalette::Window);
    const auto at = [&](double score, double y) { return seen.pixelColor(int(plot.x(score) * scale), int(y * scale)); };
    const double middle = QFontMetrics(smallFont(plot.font())).height() + 4 + 11;
    const auto distance = [](const QColor &a, const QColor &b) {
        return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
    };
    // The mark before is filled, that of the edit hollow; the band is washed between its ends and nowhere else.
    QVERIFY(distance(at(0.3, middle), colour(Role::TargetA, plot.palette())) < 40);
    QVERIFY(distance(at(0.1, middle), colour(Role::Surface, plot.palette())) < 40);
    QVERIFY(distance(at(0.23, middle - 9), ground) > 10);
    QVERIFY(distance(at(0.15, middle - 9), ground) < 10);
    // A draw is a tick.
    QVERIFY(distance(at(0.25, middle - 5), at(0.245, middle - 5)) > 10 ||
            distance(at(0.25, middle - 5), at(0.255, middle - 5)) > 10);
    QVERIFY(plot.x(0.1) < plot.x(0.21) && plot.x(0.31) < plot.width());
    applyTheme(Theme::Light);
}

void TestEditFactsDialog::tablesAreNoHigherThanTheirRows()
{
    QVector<QStringList> rows{{QStringLiteral("a"), QStringLiteral("b")}};
    for (int i = 0; i < 3; ++i)
        rows << QStringList{QString::number(i), QStringLiteral("word")};
    const PlainTable small(rows);
    for (int i = 0; i < 40; ++i)
        rows << rows.last();
    const PlainTable large(rows);
    QVERIFY(small.height() < large.height());
    QVERIFY(large.height() < 20 * small.rowHeight(0));
    QCOMPARE(small.item(0, 0)->textAlignment() & Qt::AlignRight, int(Qt::AlignRight));
    QCOMPARE(small.item(0, 1)->textAlignment() & Qt::AlignLeft, int(Qt::AlignLeft));
}

void TestEditFactsDialog::itIsCopiedAsMarkdown()
{
    EditFactsDialog dialog(QStringLiteral("zero"), facts());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTest::mouseClick(find<QPushButton>(dialog, "copyFactsButton"), Qt::LeftButton);
    const QString copied = QApplication::clipboard()->text();
    QCOMPARE(copied, markdownOf(QStringLiteral("zero"), facts()));
    QVERIFY(copied.startsWith(QStringLiteral("## zero\n")));
    QVERIFY(copied.contains(QStringLiteral("| layers.1.mlp.out | 3 of 128 | 1530 of 1536 |")));
    QVERIFY(copied.contains(QStringLiteral("he\\|she")));
    QVERIFY(copied.contains(QStringLiteral("`aa11` \u2192 `bb22`")));
    const QString none = markdownOf(QStringLiteral("none"), {});
    QVERIFY(none.contains(missingPlacebo()) && none.contains(missingLedger()) && none.contains(missingSideEffects()));
}

QTEST_MAIN(TestEditFactsDialog)
#include "TestEditFactsDialog.moc"
