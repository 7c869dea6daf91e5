// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SomeLevels.h"
#include "widgets/dialogs/LevelsDialog.h"
#include "widgets/dialogs/PictureDialog.h"
#include "widgets/models/LevelTexts.h"
#include "widgets/models/LevelsModel.h"
#include "widgets/views/TradeOffPlot.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

QString column(const QAbstractItemModel &model, int column)
{
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row)
        cells << model.index(row, column).data().toString();
    return cells.join(u' ');
}

} // namespace

/// MG-Editing's levels beside one another, as a person sees them.
class TestLevelsDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_dialog.reset(); }
    void linesAreListedAsTheyCome();
    void placebosAreDrawnBesideTheScoreTheyHave();
    void whatItSays_data();
    void whatItSays();
    void theDialogGrows();
    void aHeadingSorts();
    void aMarkIsChosenByMouse();
    void aMarkIsChosenByKeys();
    void aLevelIsPutOnTheStack();
    void theUneditedModelIsNoEdit();
    void imbalanceIsAskedForByKeys();
    void itIsWritten();
    void itsPictureIsWritten();

private:
    template <class T> T *find(const char *name) const { return m_dialog->findChild<T *>(QLatin1String(name)); }
    QPushButton *lay() const { return find<QPushButton>("layLevelButton"); }
    QTableView *table() const { return find<QTableView>("levelsTable"); }
    TradeOffPlot *plot() const { return find<TradeOffPlot>("levelsPlot"); }
    QString chosenLevel() const { return table()->currentIndex().siblingAtColumn(0).data().toString(); }
    void clickRow(const QString &level) const;

    std::unique_ptr<LevelsDialog> m_dialog;
};

void TestLevelsDialog::init()
{
    m_dialog = std::make_unique<LevelsDialog>(someLevels(), false);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestLevelsDialog::clickRow(const QString &level) const
{
    const QAbstractItemModel &model = *table()->model();
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data().toString() == level)
            QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                              table()->visualRect(model.index(row, 1)).center());
    QCOMPARE(chosenLevel(), level);
}

void TestLevelsDialog::linesAreListedAsTheyCome()
{
    LevelsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setLevels(firstLevels(0));
    QCOMPARE(model.rowCount(), 0);
    model.setLevels(firstLevels(3));
    const QPersistentModelIndex layer(model.index(2, LevelsModel::Changed));
    const auto share = [&model](int row) {
        return model.index(row, LevelsModel::Changed).data(LevelsModel::ShareRole).toDouble();
    };
    QCOMPARE(share(1), 1.0);
    QVERIFY(qAbs(share(2) - 25.0 / 153) < 1e-9);
    model.setLevels(someLevels());
    QCOMPARE(layer.row(), 2);
    QCOMPARE(column(model, LevelsModel::Level), QStringLiteral("Unedited Full Layer Module Row Weight"));
    QCOMPARE(column(model, LevelsModel::TestFb), QStringLiteral("0.6200 0.0700 0.2200 0.2400 0.1700 0.4200"));
    QCOMPARE(column(model, LevelsModel::DevImbalance), QStringLiteral("0.3000 0.0250 0.1000 0.1100 0.0750 0.2000"));
    QCOMPARE(column(model, LevelsModel::Guards), QStringLiteral(" broken held held held held"));
    QCOMPARE(column(model, LevelsModel::Seconds), QStringLiteral(" 12.5 12.5 12.5 12.5 12.5"));
    QVERIFY(!model.index(1, LevelsModel::Guards).data(Qt::DecorationRole).isNull());
    QVERIFY(model.index(0, LevelsModel::Guards).data(Qt::DecorationRole).isNull());
    QCOMPARE(column(model, LevelsModel::Placebos), QStringLiteral("    0.3100 \u2026 0.4400 "));
    QCOMPARE(column(model, LevelsModel::P), QStringLiteral("    0.05 "));
    MgLevels unsure = someLevels();
    unsure.lines[2].guards = GuardVerdict::Undecided;
    model.setLevels(unsure);
    QCOMPARE(column(model, LevelsModel::Guards), QStringLiteral(" broken undecided held held held"));
    model.setLevels(firstLevels(2)); // another comparison
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!layer.isValid());
}

void TestLevelsDialog::whatItSays_data()
{
    QTest::addColumn<MgLevels>("levels");
    QTest::addColumn<bool>("isRunning");
    QTest::addColumn<QString>("sentence");
    const QString best =
        QStringLiteral("Goal parity: of the levels that hold every guard, \u201cRow\u201d has the lowest "
                       "FB-Score on the test fold, 0.1700 instead of 0.6200, at 1.0200 times the "
                       "perplexity. Against its placebos p = 0.05.");
    MgLevels bare = someLevels();
    bare.lines[4].placebo.reset();
    const QString none =
        QStringLiteral("Goal parity: no level lowers the FB-Score of the test fold and holds every guard.");
    MgLevels worse = someLevels();
    for (MgLevelLine &line : worse.lines)
        line.test.fb = line.level == uneditedLevel ? 0.1 : 0.3;
    QTest::newRow("all") << someLevels() << false << best;
    QTest::newRow("without placebos") << bare << false
                                      << QString(best).replace(QStringLiteral("Against its placebos p = 0.05."),
                                                               QStringLiteral("No placebo was drawn."));
    QTest::newRow("none is better") << worse << false << none;
    QTest::newRow("what breaks a guard is not the best")
        << firstLevels(2) << true << QStringLiteral("1 of 5 levels are done. ") + none;
    QTest::newRow("stopped") << firstLevels(5) << false << QStringLiteral("Stopped: 4 of 5 levels are done. ") + best;
    QTest::newRow("stopped at once") << firstLevels(0) << false
                                     << QStringLiteral("Stopped before the first level was done.");
}

void TestLevelsDialog::placebosAreDrawnBesideTheScoreTheyHave()
{
    const TradeOff chart = tradeOffOf(someLevels(), LevelScore::Fb);
    QVERIFY(!chart.marks[3].placebo);
    QCOMPARE(chart.marks[4].placebo->high, 0.44);
    QVERIFY(!tradeOffOf(someLevels(), LevelScore::Imbalance).marks[4].placebo);
}

void TestLevelsDialog::whatItSays()
{
    QFETCH(MgLevels, levels);
    QFETCH(bool, isRunning);
    QFETCH(QString, sentence);
    QCOMPARE(levelsSentence(levels, isRunning), sentence);
}

void TestLevelsDialog::theDialogGrows()
{
    const LevelsDialog dialog(firstLevels(0), true);
    const auto *summary = dialog.findChild<QLabel *>(QStringLiteral("levelsSummary"));
    QVERIFY(summary->text().contains(QStringLiteral("one level after another")));
    const auto *write = dialog.findChild<QPushButton *>(QStringLiteral("exportLevelsButton"));
    QVERIFY(!write->isEnabled());
    QVERIFY(dialog.windowTitle().endsWith(QStringLiteral("tiny")));
    m_dialog->setLevels(firstLevels(0), true);
    QCOMPARE(table()->model()->rowCount(), 0);
    QVERIFY(plot()->tradeOff().isEmpty() && !lay()->isEnabled());
    m_dialog->setLevels(firstLevels(3), true);
    QCOMPARE(table()->model()->rowCount(), 3);
    clickRow(QStringLiteral("Layer"));
    m_dialog->setLevels(someLevels(), false);
    QCOMPARE(plot()->tradeOff().marks.size(), std::size_t{6});
    QVERIFY(find<QPushButton>("exportLevelsButton")->isEnabled());
    // What is chosen stays chosen.
    QCOMPARE(chosenLevel(), QStringLiteral("Layer"));
    QCOMPARE(plot()->current(), 2);
}

void TestLevelsDialog::aHeadingSorts()
{
    clickRow(QStringLiteral("Row"));
    QHeaderView *header = table()->horizontalHeader();
    const QPoint byFb(header->sectionViewportPosition(LevelsModel::TestFb) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, byFb);
    QCOMPARE(column(*table()->model(), 0), QStringLiteral("Full Row Layer Module Weight Unedited"));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, byFb);
    QCOMPARE(column(*table()->model(), 0), QStringLiteral("Unedited Weight Module Layer Row Full"));
    QCOMPARE(chosenLevel(), QStringLiteral("Row"));
    QCOMPARE(plot()->current(), 4);
    // Weights are counted, not spelled.
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(LevelsModel::Changed) + 10, header->height() / 2));
    QCOMPARE(column(*table()->model(), 0), QStringLiteral("Unedited Weight Row Module Layer Full"));
}

void TestLevelsDialog::aMarkIsChosenByMouse()
{
    const TradeOffMark &module = plot()->tradeOff().marks[3];
    QTest::mouseClick(plot(), Qt::LeftButton, {}, plot()->painterFor().point(module.cost, module.test).toPoint());
    QCOMPARE(chosenLevel(), QStringLiteral("Module"));
    // Away from all marks nothing is chosen anew.
    QTest::mouseClick(plot(), Qt::LeftButton, {}, QPoint(plot()->width() / 2, plot()->height() - 4));
    QCOMPARE(chosenLevel(), QStringLiteral("Module"));
}

void TestLevelsDialog::aMarkIsChosenByKeys()
{
    QTest::keyClick(table(), Qt::Key_Home);
    plot()->setFocus();
    QTest::keyClick(plot(), Qt::Key_Right);
    QTest::keyClick(plot(), Qt::Key_Right);
    QCOMPARE(chosenLevel(), QStringLiteral("Layer"));
    QVERIFY(plot()->spokenValue().contains(QStringLiteral("FB-Score: train 0.2000, test 0.2200")));
    QTest::keyClick(plot(), Qt::Key_Left);
    QCOMPARE(chosenLevel(), QStringLiteral("Full"));
    QVERIFY(plot()->spokenValue().contains(QStringLiteral("guards broken")));
    // The table moves the mark too.
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(plot()->current(), 2);
}

void TestLevelsDialog::aLevelIsPutOnTheStack()
{
    QSignalSpy asked(m_dialog.get(), &LevelsDialog::layAsked);
    QVERIFY(!lay()->isEnabled()); // none is chosen
    clickRow(QStringLiteral("Weight"));
    QTest::mouseClick(lay(), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), QStringLiteral("weight"));
    QTest::keyClick(m_dialog.get(), Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(asked.size(), 2); // the button is pressed for a moment
}

void TestLevelsDialog::theUneditedModelIsNoEdit()
{
    clickRow(QStringLiteral("Row"));
    QVERIFY(lay()->isEnabled());
    clickRow(QStringLiteral("Unedited"));
    QVERIFY(!lay()->isEnabled());
}

void TestLevelsDialog::imbalanceIsAskedForByKeys()
{
    auto *score = find<QComboBox>("levelsScoreBox");
    QCOMPARE(plot()->tradeOff().title, QStringLiteral("FB-Score"));
    QTest::keyClick(m_dialog.get(), Qt::Key_C, Qt::AltModifier);
    QVERIFY(score->hasFocus());
    QTest::keyClick(score, Qt::Key_Down);
    QCOMPARE(plot()->tradeOff().title, QStringLiteral("Imbalance"));
    QCOMPARE(plot()->tradeOff().marks[2].test, 0.12);
    QVERIFY(plot()->tradeOff().marks[1].isBroken && !plot()->tradeOff().marks[2].isBroken);
}

void TestLevelsDialog::itIsWritten()
{
    QString written;
    connect(m_dialog.get(), &LevelsDialog::exportAsked, this, [&written](const MgLevels &levels, const QString &path) {
        QCOMPARE(levels.lines.size(), std::size_t{6});
        written = path;
    });
    QTest::mouseClick(find<QPushButton>("exportLevelsButton"), Qt::LeftButton);
    auto *files = m_dialog->findChild<QFileDialog *>();
    QVERIFY(files && files->isVisible());
    QCOMPARE(files->nameFilters().size(), 2);
    const QString path = QDir::temp().filePath(QStringLiteral("compared"));
    auto *name = files->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(written, path + QStringLiteral(".json"));
}

void TestLevelsDialog::itsPictureIsWritten()
{
    QString svg;
    connect(m_dialog.get(), &LevelsDialog::pictureAsked, this,
            [&svg](const Picture &picture) { svg = QString::fromUtf8(encodePicture(picture, PictureFormat::Svg)); });
    QTest::mouseClick(find<QPushButton>("exportLevelsPictureButton"), Qt::LeftButton);
    auto *pictures = m_dialog->findChild<PictureDialog *>();
    QVERIFY(pictures && pictures->isVisible());
    QTest::mouseClick(pictures->findChild<QPushButton *>(QStringLiteral("exportButton")), Qt::LeftButton);
    auto *files = pictures->findChild<QFileDialog *>();
    QVERIFY(files && files->isVisible());
    auto *name = files->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    QCOMPARE(name->text(), QStringLiteral("levels.svg"));
    name->setText(QDir::temp().filePath(QStringLiteral("compared.svg")));
    QTest::keyClick(name, Qt::Key_Return);
    for (const char *text : {"Unedited", "Module", "guards broken", "FB-Score", "tiny"})
        QVERIFY2(svg.contains(QLatin1String(text)), text);
}

QTEST_MAIN(TestLevelsDialog)
#include "TestLevelsDialog.moc"
