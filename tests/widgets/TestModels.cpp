// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Trace.h"
#include "tests/support/TestFiles.h"
#include "widgets/models/RecentModel.h"
#include "widgets/models/RunsModel.h"
#include "widgets/models/ShownTrace.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace cw;

namespace {

RunRecord run(std::int64_t id, const QString &prompt, RunState state = RunState::Done)
{
    RunRecord record;
    record.id = id;
    record.job = QStringLiteral("trace");
    record.settings = {{QStringLiteral("prompt"), prompt},
                       {QStringLiteral("targets"), QJsonArray{QStringLiteral(" he"), QStringLiteral(" she")}}};
    record.state = state;
    record.started = 1000;
    record.ended = 3500;
    return record;
}

QString picture(const RunsModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows << QStringLiteral("%1:%2")
                    .arg(model.index(row).data(RunsModel::IdRole).toLongLong())
                    .arg(model.index(row).data().toString());
    return rows.join(u' ');
}

/// Two targets, one sample, three tokens, two layers; the subject is token 1. Nothing is measured yet.
TraceProgress emptyTrace()
{
    TraceProgress trace;
    trace.run.settings.prompt = QStringLiteral("The nurse said");
    trace.run.settings.targets = QStringList{QStringLiteral(" he"), QStringLiteral(" she")};
    trace.run.input.ids = {1, 2, 3};
    trace.run.input.subjectBegin = 1;
    trace.run.input.subjectEnd = 2;
    trace.run.input.targets = {{4}, {5}};
    trace.run.input.samples = 1;
    trace.run.input.kinds = {TraceKind::State};
    trace.run.tokens = {QStringLiteral("The"), QStringLiteral("Ġnurse"), QStringLiteral("Ġsaid")};
    trace.run.offsets = {{0, 3}, {3, 9}, {9, 14}};
    trace.run.layers = 2;
    trace.run.base.high = {0.2, 0.5};
    trace.run.base.low = {{0.3}, {0.4}};
    trace.result.prepare(trace.run.input, 2);
    trace.result.base = trace.run.base;
    return trace;
}

/// The cells of token 1: a = 0.25, b = 0.45.
TraceBlock blockOfTokenOne()
{
    return {{1, 2, 0, 1}, {{0.25F, 0.25F, 0.45F, 0.45F}}};
}

} // namespace

class TestModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runsStandNewestFirstAndKeepTheirPlace();
    void runsSayWhatTheyWere();
    void missingProjectsStayAndSaySo();
    void aShownTraceIsDrawnAsItGrows();
    void anotherQuantityIsDrawnFromTheSameNumbers();
};

void TestModels::runsStandNewestFirstAndKeepTheirPlace()
{
    RunsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRuns({run(1, QStringLiteral("a")), run(2, QStringLiteral("b"))});
    QCOMPARE(picture(model), QStringLiteral("2:b 1:a"));
    const QPersistentModelIndex first(model.index(1));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setRuns({run(1, QStringLiteral("a")), run(2, QStringLiteral("b")), run(3, QStringLiteral("c"))});
    QCOMPARE(picture(model), QStringLiteral("3:c 2:b 1:a"));
    QCOMPARE(first.row(), 2);
    model.setRuns({run(1, QStringLiteral("a")), run(3, QStringLiteral("c"), RunState::Failed)});
    QCOMPARE(picture(model), QStringLiteral("3:c 1:a"));
    QCOMPARE(first.row(), 1);
    QCOMPARE(model.rowOf(1), 1);
    QCOMPARE(model.rowOf(2), -1);
    QCOMPARE(reset.size(), 0);
}

void TestModels::runsSayWhatTheyWere()
{
    RunsModel model;
    model.setRuns({run(1, QStringLiteral("The\nnurse"), RunState::Stopped)});
    const QModelIndex index = model.index(0);
    QCOMPARE(index.data().toString(), QStringLiteral("The nurse"));
    QVERIFY(index.data(RunsModel::DetailRole).toString().startsWith(QStringLiteral("he/she · ")));
    QVERIFY(index.data(RunsModel::DetailRole).toString().endsWith(QStringLiteral("stopped after 2.5 s")));
    QVERIFY(!index.data(Qt::DecorationRole).value<QIcon>().isNull());
}

void TestModels::missingProjectsStayAndSaySo()
{
    QTemporaryDir folder;
    const QString here = folder.filePath(QStringLiteral("here.cwp"));
    const QString gone = folder.filePath(QStringLiteral("gone.cwp"));
    QVERIFY(test::write(here, "x"));
    RecentModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setPaths({}, {here, gone});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("here"));
    QVERIFY(!model.index(0).data(RecentModel::MissingRole).toBool());
    QVERIFY(model.index(1).data(RecentModel::MissingRole).toBool());
    QVERIFY(model.index(1).data(RecentModel::DetailRole).toString().contains(gone));
}

void TestModels::aShownTraceIsDrawnAsItGrows()
{
    ShownTrace shown;
    QSignalSpy opened(&shown, &ShownTrace::opened);
    QSignalSpy changed(&shown, &ShownTrace::changed);
    shown.show(emptyTrace());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(changed.size(), 1);
    Heatmap map = heatmaps(shown.run(), shown.effects(), shown.choice()).front();
    QCOMPARE(map.tokens, (QStringList{QStringLiteral("The"), QStringLiteral("nurse"), QStringLiteral("said")}));
    QVERIFY(std::isnan(map.value({1, 0})));
    for (int i = 0; i < 20; ++i)
        shown.grow(blockOfTokenOne());
    QTRY_COMPARE(changed.size(), 2);
    map = heatmaps(shown.run(), shown.effects(), shown.choice()).front();
    QVERIFY(std::isnan(map.value({2, 0})));
    // s = -1: -((0.25 - 0.45) - (0.3 - 0.4)) = 0.1
    QVERIFY(std::abs(map.value({1, 1}) - 0.1) < 1e-6);
    QVERIFY(map.isSubject(1));
}

void TestModels::anotherQuantityIsDrawnFromTheSameNumbers()
{
    ShownTrace shown;
    shown.show(emptyTrace());
    shown.grow(blockOfTokenOne());
    DrawingChoice choice;
    choice.quantity = Quantity::P;
    shown.setChoice(choice);
    const Heatmap map = heatmaps(shown.run(), shown.effects(), shown.choice()).front();
    QVERIFY(std::abs(map.value({1, 0}) + 0.05) < 1e-6);
    const std::vector<LineChart> charts = roleCharts(shown.run(), shown.effects(), Quantity::P);
    QCOMPARE(charts.front().lines.size(), std::size_t(6));
    QVERIFY(std::abs(charts.front().lines[2].values[0] + 0.05) < 1e-6);
    const std::vector<TargetBar> bars = targetBars(shown.run());
    QCOMPARE(bars.size(), std::size_t(2));
    QCOMPARE(bars[1].target, QStringLiteral("she"));
    QCOMPARE(bars[1].clean, 0.5);
    QCOMPARE(bars[1].corrupted, 0.4);
    QVERIFY(std::isnan(bars[1].corruptedError));
}

QTEST_MAIN(TestModels)
#include "TestModels.moc"
