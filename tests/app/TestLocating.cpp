// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobFile.h"
#include "tests/support/EditingBench.h"
#include "tests/support/TestFiles.h"
#include "widgets/dialogs/MethodDialog.h"
#include "widgets/dialogs/PictureDialog.h"
#include "widgets/dialogs/VotesDialog.h"
#include "widgets/models/WeightRows.h"
#include "widgets/models/WeightTree.h"
#include "widgets/panels/JobCurve.h"
#include "widgets/views/TokenStrip.h"
#include "widgets/views/VotesPlot.h"

#include <QComboBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

using namespace cw;
using namespace cw::test;

/// What a person does to find the weights of the demo model that matter: the slots are one session in their order.
class TestLocating : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bench.reset(); }
    void settingsThatCannotBeAreRefused();
    void rowsAreLocatedAndTicked();
    void theVotesAreSortedAndWritten();
    void whatIsTickedBecomesAnEdit();
    void whatIsTickedIsTrained();
    void singleWeightsAreLocated();
    void gradientsAreMeasuredOnce();
    void aTraceSuggestsTheLayer();
    void theGapsAreSeenAsTheyFall();
    void theProjectBringsTheSearchBack();

private:
    void begin();
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    MethodDialog *ask(const char *action, const QList<std::pair<const char *, QString>> &fields) const;
    void start(const MethodDialog *dialog) const;
    VotesDialog *votes() const { return m_bench->find<VotesDialog>("votesDialog"); }
    QTableView *rows() const { return m_bench->find<QTableView>("rowTable"); }
    QStringList names(const QString &holding) const;
    QModelIndex module() const { return m_bench->part(QStringLiteral("Layer 4"), QStringLiteral("mlp.out")); }
    void trace(const QString &prompt, int subject) const;

    QTemporaryDir m_folder;
    std::unique_ptr<EditingBench> m_bench;
};

void TestLocating::begin()
{
    m_bench.reset();
    m_bench = std::make_unique<EditingBench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
}

void TestLocating::initTestCase()
{
    begin();
    QVERIFY(!m_bench->find<QAction>("locateAction2")->isEnabled());
    m_bench->openDemo();
}

/// Opens the dialog of an action and fills some of its fields.
MethodDialog *TestLocating::ask(const char *action, const QList<std::pair<const char *, QString>> &fields) const
{
    m_bench->trigger(action);
    auto *dialog = qobject_cast<MethodDialog *>(QApplication::activeModalWidget());
    for (const auto &[key, value] : fields)
        type(dialog->findChild<QLineEdit *>(QLatin1String(key)), value);
    return dialog;
}

void TestLocating::start(const MethodDialog *dialog) const
{
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("startMethodButton")), Qt::LeftButton);
}

/// The first column of the rows that hold a text there.
QStringList TestLocating::names(const QString &holding) const
{
    QStringList found;
    for (int row = 0; row < rows()->model()->rowCount(); ++row)
        if (const QString name = rows()->model()->index(row, 0).data().toString(); name.contains(holding))
            found << name.trimmed();
    return found;
}

void TestLocating::settingsThatCannotBeAreRefused()
{
    const MethodDialog *dialog = ask("locateAction2", {{"limit", QStringLiteral("many")}});
    QVERIFY(!dialog->findChild<QWidget *>(QStringLiteral("what")));
    start(dialog);
    const auto *problem = dialog->findChild<QLabel *>(QStringLiteral("methodProblem"));
    QVERIFY(problem->isVisible() && problem->text().contains(QStringLiteral("limit")));
    type(dialog->findChild<QLineEdit *>(QStringLiteral("limit")), QStringLiteral("3"));
    type(dialog->findChild<QLineEdit *>(QStringLiteral("modules")), QStringLiteral("layers.9.mlp.out"));
    start(dialog);
    QVERIFY2(problem->isVisible() && problem->text().contains(QStringLiteral("layers.9")), qPrintable(problem->text()));
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    // Layers are not asked for where they are what is looked for.
    dialog = ask("locateAction0", {});
    QVERIFY(!dialog->findChild<QWidget *>(QStringLiteral("layers")));
    QVERIFY(!dialog->findChild<QWidget *>(QStringLiteral("scorer")));
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(m_bench->runs().isEmpty());
}

void TestLocating::rowsAreLocatedAndTicked()
{
    start(ask("locateAction2", {{"limit", QStringLiteral("3")}, {"modules", QStringLiteral("layers.4.mlp.out")}}));
    QTRY_VERIFY_WITH_TIMEOUT(votes(), patience);
    QTRY_VERIFY(!m_bench->find<QTreeView>("weightTree")->viewport()->visibleRegion().isEmpty());
    QVERIFY(module().siblingAtColumn(WeightTree::Votes).data().toString().toInt() >= 6);
    QCOMPARE(module().data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QTRY_COMPARE(m_bench->stateOf(0), RunState::Done);
    QVERIFY(m_bench->find<QPushButton>("makeEditButton")->isEnabled());
    m_bench->choosePart(QStringLiteral("Layer 4"), QStringLiteral("mlp.out"));
    QVERIFY(!rows()->isColumnHidden(WeightRows::Votes));
    auto *header = rows()->horizontalHeader();
    const QPoint byVotes(header->sectionViewportPosition(WeightRows::Votes) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, byVotes);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, byVotes);
    const QModelIndex first = rows()->model()->index(0, 0);
    QVERIFY(first.siblingAtColumn(WeightRows::Votes).data().toString().toInt() > 0);
    QCOMPARE(first.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestLocating::theVotesAreSortedAndWritten()
{
    QVERIFY(votes()->findChild<QLabel *>(QStringLiteral("votesSummary"))->text().contains(QStringLiteral("6 prompts")));
    auto *table = votes()->findChild<QTableView *>(QStringLiteral("votesTable"));
    QVERIFY(table->model()->index(0, 0).data().toString().startsWith(QStringLiteral("layers.4.mlp.out:")));
    const int most = table->model()->index(0, 1).data().toString().toInt();
    auto *header = table->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(1) + 10, header->height() / 2));
    const int last = table->model()->rowCount() - 1;
    const auto votesOf = [table](int row) { return table->model()->index(row, 1).data().toString().toInt(); };
    QVERIFY(votesOf(0) <= votesOf(last));
    auto *tabs = votes()->findChild<QTabWidget *>(QStringLiteral("votesPages"))->tabBar();
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    const auto *plot = votes()->findChild<VotesPlot *>(QStringLiteral("votesPlot"));
    QVERIFY(plot->isVisible());
    QCOMPARE(plot->chart().bars.front().votes, static_cast<double>(most));
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(2).center());
    const auto *winners = votes()->findChild<QTableView *>(QStringLiteral("winnerTable"));
    QVERIFY(winners->isVisible());
    QCOMPARE(winners->model()->rowCount(), 6);
    for (const char *name : {"votes.json", "votes.csv"}) {
        QTest::mouseClick(votes()->findChild<QPushButton *>(QStringLiteral("exportVotesButton")), Qt::LeftButton);
        answerFileDialog(path(name));
        QTRY_VERIFY(QFileInfo::exists(path(name)));
    }
    QTest::mouseClick(votes()->findChild<QPushButton *>(QStringLiteral("exportVotesPictureButton")), Qt::LeftButton);
    auto *picture = qobject_cast<PictureDialog *>(QApplication::activeModalWidget());
    QVERIFY(picture);
    Q_EMIT picture->chosen(path("votes.svg"), 96);
    picture->close();
    QVERIFY(test::read(path("votes.svg")).contains("<svg"));
    const QJsonObject json = QJsonDocument::fromJson(test::read(path("votes.json"))).object();
    QCOMPARE(json[QLatin1String("places")].toArray().size(), last + 1);
    QCOMPARE(json, m_bench->project.run(m_bench->runs().first().id)->result);
    QCOMPARE(test::read(path("votes.csv")).count('\n'), last + 2);
    QTest::keyClick(votes(), Qt::Key_Escape);
    QTRY_VERIFY(!votes());
}

void TestLocating::whatIsTickedBecomesAnEdit()
{
    m_bench->click("makeEditButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stack.edits().size(), 1, patience);
    m_bench->waitUntilApplied();
    const QJsonObject recipe = m_bench->stack.edits()[0].recipe[QLatin1String("settings")].toObject();
    QVERIFY(recipe[QLatin1String("rows")][0].toString().startsWith(QStringLiteral("layers.4.mlp.out:")));
    m_bench->stack.undo();
    m_bench->waitUntilApplied();
}

void TestLocating::whatIsTickedIsTrained()
{
    m_bench->showDock("weightsDock");
    m_bench->choosePart(QStringLiteral("Layer 4"), QStringLiteral("mlp.out"));
    for (const int row : {0, 1})
        m_bench->clickBox(*rows(), rows()->model()->index(row, 0));
    const MethodDialog *dialog = ask("methodAction3", {{"limit", QStringLiteral("6")},
                                                       {"epochs", QStringLiteral("1")},
                                                       {"batch", QStringLiteral("6")},
                                                       {"tokens", QStringLiteral("200")},
                                                       {"texts", QStringLiteral("1")}});
    QCOMPARE(dialog->findChild<QComboBox *>(QStringLiteral("level"))->currentText(), QStringLiteral("row"));
    QVERIFY(dialog->findChild<QComboBox *>(QStringLiteral("selection"))
                ->currentText()
                .startsWith(QStringLiteral("What is ticked under Weights (")));
    start(dialog);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stack.edits().size(), 1, patience);
    m_bench->waitUntilApplied();
    const QJsonObject trained = m_bench->stack.edits()[0].facts[QLatin1String("selection")].toObject();
    QCOMPARE(trained[QLatin1String("rows")][QLatin1String("layers.4.mlp.out")].toArray().size(), 2);
    m_bench->stack.undo();
    m_bench->waitUntilApplied();
}

void TestLocating::singleWeightsAreLocated()
{
    m_bench->showDock("weightsDock");
    start(ask("locateAction3", {{"limit", QStringLiteral("3")}, {"modules", QStringLiteral("layers.4.mlp.out")}}));
    QTRY_VERIFY_WITH_TIMEOUT(votes(), patience);
    QTest::keyClick(votes(), Qt::Key_Escape);
    const QStringList located = names(QStringLiteral("/"));
    QVERIFY(!located.isEmpty());
    QVERIFY(m_bench->find<QLabel>("tickCount")->text().startsWith(QString::number(located.size())));
    m_bench->click("tickedOnlyButton");
    QVERIFY(rows()->model()->rowCount() > located.size()); // each stands under its row
    QVERIFY(!rows()->model()->index(0, 0).data().toString().contains(u'/'));
    const QModelIndex weight = rows()->model()->index(1, 0);
    QVERIFY(weight.siblingAtColumn(WeightRows::Votes).data().toString().toInt() > 0);
    m_bench->clickBox(*rows(), weight);
    QCOMPARE(names(QStringLiteral("/")).size(), located.size() - 1);
    m_bench->click("tickedOnlyButton");
    m_bench->click("makeEditButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stack.edits().size(), 1, patience);
    m_bench->waitUntilApplied();
    const QJsonObject recipe = m_bench->stack.edits()[0].recipe[QLatin1String("settings")].toObject();
    QCOMPARE(recipe[QLatin1String("weights")][0].toString().count(u'/'), located.size() - 1);
    m_bench->stack.undo();
    m_bench->waitUntilApplied();
}

void TestLocating::gradientsAreMeasuredOnce()
{
    m_bench->showDock("weightsDock");
    QVERIFY(rows()->isColumnHidden(WeightRows::Gradient));
    m_bench->click("gradientsButton");
    QVERIFY(!m_bench->find<QToolButton>("gradientsButton")->isEnabled());
    m_bench->waitUntilApplied();
    QVERIFY(!rows()->isColumnHidden(WeightRows::Gradient));
    QVERIFY(rows()->model()->index(0, WeightRows::Gradient).data().toString().toDouble() > 0);
    QVERIFY(module().siblingAtColumn(WeightTree::Gradient).data().toString().toDouble() > 0);
    // There is nothing left to measure.
    QVERIFY(!m_bench->find<QToolButton>("gradientsButton")->isEnabled());
}

void TestLocating::trace(const QString &prompt, int subject) const
{
    type(m_bench->find<QPlainTextEdit>("promptEdit"), prompt);
    auto *tokens = m_bench->find<TokenStrip>("tokenStrip");
    QTRY_VERIFY(tokens->tokenCount() > subject);
    QTest::mouseClick(tokens, Qt::LeftButton, {}, tokens->chipRect(subject).center().toPoint());
    type(m_bench->find<QSpinBox>("samplesBox"), QStringLiteral("2"));
    press(m_bench->window, Qt::Key_F5);
}

void TestLocating::aTraceSuggestsTheLayer()
{
    const MethodDialog *dialog = ask("methodAction0", {});
    QVERIFY(!dialog->findChild<QLabel *>(QStringLiteral("layersNote")));
    QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("layers"))->text(), QStringLiteral("auto"));
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    const auto searches = m_bench->runs().size();
    trace(QStringLiteral("The nurse said that"), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->runs().size() > searches && m_bench->runs().last().state == RunState::Done,
                             patience);
    m_bench->waitUntilApplied();
    dialog = ask("methodAction0", {});
    const auto *note = dialog->findChild<QLabel *>(QStringLiteral("layersNote"));
    QVERIFY(note && note->isVisible());
    const QString layer = dialog->findChild<QLineEdit *>(QStringLiteral("layers"))->text();
    QVERIFY(layer.toInt() >= 0 && layer.toInt() < 3);
    QVERIFY(note->text().startsWith(
        QStringLiteral("Suggested by the shown trace: layer %1 has the largest MLP effect").arg(layer)));
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    // A baseline that takes the numbers of its authors is asked for as before.
    dialog = ask("methodAction1", {});
    QVERIFY(!dialog->findChild<QLabel *>(QStringLiteral("layersNote")));
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void TestLocating::theGapsAreSeenAsTheyFall()
{
    start(ask("methodAction0",
              {{"contexts", QStringLiteral("1")}, {"steps", QStringLiteral("3")}, {"tokens", QStringLiteral("300")}}));
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<JobCurve>("jobCurve") && m_bench->find<JobCurve>("jobCurve")->isVisible(),
                             patience);
    const auto *curve = m_bench->find<JobCurve>("jobCurve");
    QVERIFY2(curve->accessibleName().contains(QStringLiteral("mean gap")), qPrintable(curve->accessibleName()));
    const auto points = curve->findChild<Sparkline *>()->points();
    QVERIFY(points.size() > 1 && points.size() <= 4); // the start and at most three steps
    QVERIFY(points.first().value > 0 && points.last().value < points.first().value);
    const auto *row = curve->parentWidget();
    QTest::mouseClick(row->findChild<QToolButton *>(QStringLiteral("cancelJobButton")), Qt::LeftButton);
    m_bench->waitUntilApplied();
    QVERIFY(!m_bench->find<JobCurve>("jobCurve"));
    QVERIFY(m_bench->stack.edits().isEmpty());
}

void TestLocating::theProjectBringsTheSearchBack()
{
    press(m_bench->window, Qt::Key_S, Qt::ControlModifier);
    answerFileDialog(path("kept.cwp"));
    QTRY_COMPARE(m_bench->project.path(), path("kept.cwp"));
    begin();
    drop(m_bench->window, path("kept.cwp"));
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->selection.base().checkpoint, patience); // that of the trace that was shown
    m_bench->waitUntilApplied();
    m_bench->showDock("runsDock");
    auto *list = m_bench->find<QListView>("runList");
    QModelIndex search;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        if (list->model()->index(row, 0).data().toString() == QStringLiteral("Rows of demo-model"))
            search = list->model()->index(row, 0);
    QVERIFY(search.isValid());
    list->scrollTo(search);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(search).center());
    QTRY_VERIFY_WITH_TIMEOUT(votes(), patience);
    QCOMPARE(votes()->findChild<QTableView *>(QStringLiteral("winnerTable"))->model()->rowCount(), 6);
    QTest::keyClick(votes(), Qt::Key_Escape);
    QCOMPARE(module().data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    // Norms and gradients are there without being measured.
    QTRY_VERIFY_WITH_TIMEOUT(module().siblingAtColumn(WeightTree::Norm).data().toString().toDouble() > 0, patience);
    QVERIFY(module().siblingAtColumn(WeightTree::Gradient).data().toString().toDouble() > 0);
    m_bench->waitUntilApplied();
    QVERIFY2(m_bench->titles.filter(QStringLiteral("rows and neurons")).isEmpty(),
             qPrintable(m_bench->titles.join(u'\n')));
    m_bench->click("votesButton");
    QVERIFY(votes());
}

QTEST_MAIN(TestLocating)
#include "TestLocating.moc"
