// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Monitor.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/LearningJob.h"
#include "core/project/TickedWeights.h"
#include "widgets/models/VotesModel.h"
#include "widgets/models/WeightRows.h"
#include "widgets/models/WeightTree.h"
#include "widgets/models/WinnersModel.h"
#include "widgets/panels/JobCurve.h"
#include "widgets/panels/JobsPanel.h"

#include <QAbstractItemModelTester>
#include <QTest>
#include <atomic>
#include <limits>

using namespace cw;

namespace {

using Tester = QAbstractItemModelTester;

/// Two layers of one module of six rows each, and the neurons of the first.
QVector<WeightPart> parts()
{
    WeightPart out;
    out.name = QStringLiteral("layers.0.mlp.out");
    out.layer = 0;
    out.count = 6;
    out.width = 4;
    WeightPart neurons = out;
    neurons.name = QStringLiteral("layers.0");
    neurons.kind = WeightPart::Kind::Neurons;
    neurons.count = 4;
    WeightPart other = out;
    other.name = QStringLiteral("layers.1.mlp.out");
    other.layer = 1;
    return {out, neurons, other};
}

QString picture(const WeightRows &model, int column = WeightRows::Number)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString box =
            model.index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked ? QStringLiteral("*") : QString();
        rows << box + model.index(row, column).data().toString().trimmed();
    }
    return rows.join(u' ');
}

Located rowsLocated()
{
    Located located;
    located.settings.what = LocateSettings::What::Rows;
    located.places = {{QStringLiteral("layers.0.mlp.out:2"), 3, 0.9, true},
                      {QStringLiteral("layers.0.mlp.out:5"), 2, 0.95, true},
                      {QStringLiteral("layers.0.mlp.out:1"), 1, 0.5, false}};
    located.prompts = QStringList{QStringLiteral("a nurse"), QStringLiteral("a miner")};
    located.winners = {1, -1};
    return located;
}

/// Waits until it is looked at, tells what it learns, then waits to be stopped.
class Learner final : public LearningJob {
public:
    explicit Learner(const std::atomic_bool &isSeen) : LearningJob(QStringLiteral("Learning")), m_isSeen(isSeen) {}

private:
    void work(Monitor &monitor) override
    {
        while (!m_isSeen) {
            monitor.step(0, 1);
            QTest::qSleep(2);
        }
        Q_EMIT learned({0, -1, std::numeric_limits<double>::quiet_NaN(), 0, 0.5, 0});
        Q_EMIT learned({0, 0, 2, 0, 0, 0});
        Q_EMIT learned({1, 0, 0.5, 0, 0, 0});
        while (true) {
            monitor.step(0, 1);
            QTest::qSleep(2);
        }
    }

    const std::atomic_bool &m_isSeen;
};

} // namespace

/// What the weight browser and the table of votes list, and what a learning job shows.
class TestWeightModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void singleWeightsStandUnderTheirRow();
    void rowsAreSortedByVotes();
    void votesStandAtTheirPlaces();
    void votesAreListedAndSorted();
    void winnersAreListed();
    void aLearningJobShowsItsCurve();
};

void TestWeightModels::singleWeightsStandUnderTheirRow()
{
    TickedWeights ticks;
    WeightRows rows(ticks);
    const Tester tester(&rows, Tester::FailureReportingMode::Fatal);
    ticks.setParts(parts());
    rows.show(0);
    ticks.tickWeight(0, 1, 3, true);
    ticks.tickWeight(0, 4, 0, true);
    ticks.tickWeight(0, 1, 0, true);
    ticks.tick(0, {2}, true);
    QCOMPARE(picture(rows), QStringLiteral("0 1 *1/0 *1/3 *2 3 4 *4/0 5"));
    const QPersistentModelIndex weight(rows.index(3, 0));
    rows.sort(WeightRows::Number, Qt::DescendingOrder);
    QCOMPARE(picture(rows), QStringLiteral("5 4 *4/0 3 *2 1 *1/0 *1/3 0"));
    QCOMPARE(weight.row(), 7);
    rows.setTickedOnly(true);
    QCOMPARE(picture(rows), QStringLiteral("4 *4/0 *2 1 *1/0 *1/3"));
    rows.setTickedOnly(false);
    rows.sort(WeightRows::Number, Qt::AscendingOrder);
    // Unticked, a weight is gone from the list; with its row ticked, it is a part of that.
    QVERIFY(rows.setData(rows.index(2, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(picture(rows), QStringLiteral("0 1 *1/3 *2 3 4 *4/0 5"));
    QVERIFY(rows.setData(rows.index(1, 0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(picture(rows), QStringLiteral("0 *1 *2 3 4 *4/0 5"));
    rows.toggle({rows.index(5, 0)});
    QCOMPARE(picture(rows), QStringLiteral("0 *1 *2 3 4 5"));
    rows.show(1); // neurons have no single weights
    QCOMPARE(picture(rows), QStringLiteral("0 1 2 3"));
}

void TestWeightModels::rowsAreSortedByVotes()
{
    TickedWeights ticks;
    WeightRows rows(ticks);
    const Tester tester(&rows, Tester::FailureReportingMode::Fatal);
    ticks.setParts(parts());
    rows.setVotes(votesOf(rowsLocated()));
    rows.show(0);
    rows.setNumbers(WeightRows::Gradient, {1, 6, 2, 5, 3, 4});
    QCOMPARE(picture(rows, WeightRows::Votes), QStringLiteral(" 1 3   2"));
    rows.sort(WeightRows::Votes, Qt::DescendingOrder);
    QCOMPARE(picture(rows).left(5), QStringLiteral("2 5 1"));
    QCOMPARE(rows.index(0, WeightRows::Votes).data(WeightRows::ShareRole).toDouble(), 1.0);
    QVERIFY(qAbs(rows.index(1, WeightRows::Votes).data(WeightRows::ShareRole).toDouble() - 2.0 / 3) < 1e-6);
    rows.sort(WeightRows::Gradient, Qt::AscendingOrder);
    QCOMPARE(picture(rows), QStringLiteral("0 2 4 5 3 1"));
    rows.show(2);
    QCOMPARE(picture(rows, WeightRows::Votes).trimmed(), QString());
    QCOMPARE(rows.index(0, WeightRows::Gradient).data().toString(), QString());
}

void TestWeightModels::votesStandAtTheirPlaces()
{
    TickedWeights ticks;
    WeightTree tree(ticks);
    const Tester tester(&tree, Tester::FailureReportingMode::Fatal);
    ticks.setParts(parts());
    const auto votes = [&tree](int group, int row) {
        const QModelIndex top = tree.index(group, 0);
        const QModelIndex at = row < 0 ? top : tree.index(row, 0, top);
        return at.siblingAtColumn(WeightTree::Votes).data().toString();
    };
    tree.setVotes(votesOf(rowsLocated()));
    QCOMPARE(votes(0, 0), QStringLiteral("6")); // of its rows together
    QCOMPARE(votes(0, 1), QString());           // neurons
    QCOMPARE(votes(1, 0), QString());
    tree.setVotes({{QStringLiteral("layers.1"), 7}, {QStringLiteral("layers.1.mlp.out"), 4}});
    QCOMPARE(votes(1, -1), QStringLiteral("7"));
    QCOMPARE(votes(1, 0), QStringLiteral("4"));
    QCOMPARE(votes(0, 0), QString());
    ticks.tickWeight(2, 0, 1, true);
    const QModelIndex module = tree.index(0, 0, tree.index(1, 0));
    QCOMPARE(module.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QCOMPARE(module.siblingAtColumn(WeightTree::Ticked).data().toString(), QStringLiteral("1"));
    QCOMPARE(tree.index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
}

void TestWeightModels::votesAreListedAndSorted()
{
    VotesModel votes(std::make_shared<const Located>(rowsLocated()));
    const Tester tester(&votes, Tester::FailureReportingMode::Fatal);
    const auto names = [&votes] {
        QStringList last;
        for (int row = 0; row < votes.rowCount(); ++row)
            last << votes.index(row, VotesModel::Place).data().toString().section(u':', 1);
        return last.join(u' ');
    };
    QCOMPARE(names(), QStringLiteral("2 5 1"));
    QCOMPARE(votes.index(0, VotesModel::Votes).data(VotesModel::ShareRole).toDouble(), 1.0);
    const QPersistentModelIndex first(votes.index(0, 0));
    votes.sort(VotesModel::Votes, Qt::AscendingOrder);
    QCOMPARE(names(), QStringLiteral("1 5 2"));
    QCOMPARE(first.row(), 2);
    votes.sort(VotesModel::Mean, Qt::DescendingOrder);
    QCOMPARE(names(), QStringLiteral("5 2 1"));
    votes.sort(VotesModel::Place, Qt::AscendingOrder);
    QCOMPARE(names(), QStringLiteral("2 5 1"));
    QVERIFY(votes.index(0, VotesModel::IsLocated).data() != votes.index(2, VotesModel::IsLocated).data());
}

void TestWeightModels::winnersAreListed()
{
    const WinnersModel winners(std::make_shared<const Located>(rowsLocated()));
    QCOMPARE(winners.rowCount(), 2);
    QCOMPARE(winners.index(0, WinnersModel::Prompt).data().toString(), QStringLiteral("a nurse"));
    QCOMPARE(winners.index(0, WinnersModel::Place).data().toString(), QStringLiteral("layers.0.mlp.out:5"));
    QCOMPARE(winners.index(1, WinnersModel::Place).data().toString(), QString()); // a random choice
}

void TestWeightModels::aLearningJobShowsItsCurve()
{
    std::atomic_bool isSeen = false;
    JobQueue jobs;
    JobsPanel panel(jobs);
    panel.show();
    jobs.add(std::make_unique<Learner>(isSeen));
    QTRY_VERIFY(panel.findChild<JobCurve *>());
    QVERIFY(!panel.findChild<JobCurve *>()->isVisible()); // it has learned nothing yet
    isSeen = true;
    QTRY_VERIFY(panel.findChild<JobCurve *>() && panel.findChild<JobCurve *>()->isVisible());
    const auto *line = panel.findChild<Sparkline *>();
    QTRY_COMPARE(line->points().size(), 2); // the look at the dev fold is no point
    QCOMPARE(line->points()[0].value, 2.0);
    QCOMPARE(line->points()[1].value, 0.5);
    QVERIFY(panel.findChild<JobCurve *>()->accessibleName().contains(QStringLiteral("Epoch 1, step 2")));
    jobs.cancelAll();
    QTRY_VERIFY(!panel.findChild<JobCurve *>());
}

QTEST_MAIN(TestWeightModels)
#include "TestWeightModels.moc"
