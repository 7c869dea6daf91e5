// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/NpzWriter.h"
#include "core/data/TraceFile.h"
#include "tests/support/TestFiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

/// Two tokens, two layers, two samples; the mlp's last part is missing.
TraceProgress smallTrace(int targets)
{
    TraceProgress trace;
    trace.run.stack.parts = {{QStringLiteral("zero"), QStringLiteral("aa"), 0.5}};
    trace.run.settings.targets =
        targets > 1 ? QStringList{QStringLiteral(" he"), QStringLiteral(" she")} : QStringList{QStringLiteral(" he")};
    trace.run.tokens = {QStringLiteral("a,\"b\""), QStringLiteral(" c")};
    trace.run.layers = 2;
    trace.run.input.ids = {7, 8};
    trace.run.input.subjectEnd = 1;
    trace.run.input.targets.assign(static_cast<std::size_t>(targets), {1});
    trace.run.input.kinds = {TraceKind::State, TraceKind::Mlp};
    trace.run.input.samples = 2;
    trace.result.prepare(trace.run.input, 2);
    trace.result.base.high.assign(static_cast<std::size_t>(targets), 0.5);
    trace.result.base.high[0] = 0.75;
    trace.result.base.low.assign(static_cast<std::size_t>(targets), {0.25, 0.5});
    trace.result.base.low.back() = {0.5, 0.25};
    for (std::size_t kind = 0; kind < 2; ++kind)
        for (std::size_t i = 0; i < trace.result.probabilities[kind].size(); ++i)
            trace.result.probabilities[kind][i] = static_cast<float>(i) / 16;
    trace.result.probabilities[1][static_cast<std::size_t>(trace.result.index(0, 1, 1, 1))] = NAN;
    return trace;
}

} // namespace

class TestTraceFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theJsonHasTheMeansOfEveryCell();
    void oneTargetHasNoSecondProbability();
    void nothingMeasuredIsNullAndIncomplete();
    void theCsvQuotesTokensAndLeavesMissingCellsEmpty();
    void theNpzIsWhatNumpyWrites();
    void anArrayIsPaddedAsTheFormatSays();
    void anotherEndingIsRefused();
};

void TestTraceFile::theJsonHasTheMeansOfEveryCell()
{
    const QJsonObject json = traceJson(smallTrace(2), 1.5);
    QCOMPARE(json[QStringLiteral("high")].toObject()[QStringLiteral("a")].toDouble(), 0.75);
    QCOMPARE(json[QStringLiteral("low")].toObject()[QStringLiteral("b")].toDouble(), 0.375);
    QCOMPARE(json[QStringLiteral("subject")].toArray(), (QJsonArray{0, 1}));
    QCOMPARE(json[QStringLiteral("targets")].toArray(), (QJsonArray{QStringLiteral(" he"), QStringLiteral(" she")}));
    QCOMPARE(json[QStringLiteral("seconds")].toDouble(), 1.5);
    QCOMPARE(json[QStringLiteral("edits")][0][QLatin1String("alpha")].toDouble(), 0.5);
    QCOMPARE(json[QStringLiteral("complete")].toBool(true), false);
    const QJsonObject kinds = json[QStringLiteral("kinds")].toObject();
    const QJsonObject state = kinds[QStringLiteral("state")].toObject();
    // [target 0, samples 0 and 1, token 1, layer 0] hold 2/16 and 6/16.
    QCOMPARE(state[QStringLiteral("a")][1][0].toDouble(), 4.0 / 16);
    QCOMPARE(state[QStringLiteral("b")][1][0].toDouble(), 12.0 / 16);
    QCOMPARE(state[QStringLiteral("effect")][1][0].toDouble(), -8.0 / 16);
    QCOMPARE(state[QStringLiteral("stderr")][1][0].toDouble(), 0.25);
    const QJsonObject mlp = kinds[QStringLiteral("mlp")].toObject();
    QVERIFY(mlp[QStringLiteral("a")][1][1].isNull());
    QVERIFY(mlp[QStringLiteral("effect")][1][1].isNull());
    QVERIFY(!mlp[QStringLiteral("b")][1][1].isNull());
}

void TestTraceFile::oneTargetHasNoSecondProbability()
{
    const QJsonObject json = traceJson(smallTrace(1), 0);
    QVERIFY(json[QStringLiteral("high")].toObject()[QStringLiteral("b")].isNull());
    const QJsonObject state = json[QStringLiteral("kinds")].toObject()[QStringLiteral("state")].toObject();
    QVERIFY(state[QStringLiteral("b")].isNull());
    QCOMPARE(state[QStringLiteral("effect")][0][0].toDouble(), 2.0 / 16 - 0.375);
}

void TestTraceFile::nothingMeasuredIsNullAndIncomplete()
{
    TraceProgress trace = smallTrace(2);
    trace.result = {};
    const QJsonObject json = traceJson(trace, 0);
    QCOMPARE(json[QStringLiteral("complete")].toBool(true), false);
    QVERIFY(json[QStringLiteral("high")].toObject()[QStringLiteral("a")].isNull());
    const QJsonObject state = json[QStringLiteral("kinds")].toObject()[QStringLiteral("state")].toObject();
    QCOMPARE(state[QStringLiteral("effect")].toArray().size(), 2);
    QVERIFY(state[QStringLiteral("effect")][1][1].isNull());
}

void TestTraceFile::theCsvQuotesTokensAndLeavesMissingCellsEmpty()
{
    const QList<QByteArray> lines = traceCsv(smallTrace(2)).split('\n');
    QCOMPARE(lines.size(), 1 + 2 * 4 + 1);
    QCOMPARE(lines[0], QByteArray("kind,position,token,layer,a,b,effect,stderr"));
    QVERIFY(lines[1].startsWith("state,0,\"a,\"\"b\"\"\",0,0.125,0.625,-0.5,"));
    QVERIFY(lines[8].startsWith("mlp,1, c,1,,"));
}

void TestTraceFile::theNpzIsWhatNumpyWrites()
{
    const QByteArray bytes = traceNpz(smallTrace(2));
    for (const char *name : {"state_p.npy", "mlp_p.npy", "low_p.npy", "high_p.npy", "ids.npy", "subject.npy"})
        QCOMPARE(bytes.count(name), 2);
    QVERIFY(bytes.contains("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2, 2, 2), }"));
    QVERIFY(bytes.contains("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }"));
    QVERIFY(bytes.contains("{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }"));
    QCOMPARE(traceNpz(smallTrace(2)), bytes);
}

void TestTraceFile::anArrayIsPaddedAsTheFormatSays()
{
    NpzWriter writer;
    writer.add("x", {2}, std::vector<float>{1, 2});
    const QByteArray bytes = writer.bytes();
    QCOMPARE(bytes, read(fixture(QStringLiteral("npz/x.npz"))));
}

void TestTraceFile::anotherEndingIsRefused()
{
    const QTemporaryDir dir;
    QCOMPARE(thrown([&] { writeTrace(QStringLiteral("x.txt"), smallTrace(2), 0); }),
             QStringLiteral("Input: x.txt must end in .json, .csv or .npz."));
    writeTrace(dir.filePath(QStringLiteral("x.json")), smallTrace(2), 2);
    const QByteArray text = read(dir.filePath(QStringLiteral("x.json")));
    QCOMPARE(QJsonDocument::fromJson(text).object(), traceJson(smallTrace(2), 2));
}

QTEST_GUILESS_MAIN(TestTraceFile)
#include "TestTraceFile.moc"
