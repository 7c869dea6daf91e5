// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/jobs/HashJob.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/NoiseSigma.h"
#include "tests/support/TraceFixture.h"

#include <QJsonArray>
#include <QTest>
#include <QThread>

using cw::TraceJob;
using cw::TraceProgress;
using cw::TraceSettings;
using namespace cw::test;

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

} // namespace

class TestTraceJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_checkpoint.isComplete()); }
    void aTraceComesCompleteWithItsHead();
    void theOpenModelIsUsed();
    void aTraceRunsBesideTheWindow();
    void oddTargetsAreNoted();
    void badInputIsRefused_data();
    void badInputIsRefused();
    void weightsThatAreNoNumbersAreNamed();
    void sigmaFollowsItsRule();
    void loadingAModelIsAJob();
    void aBrokenModelFailsWithItsName();
    void hashingCanBeStopped();

private:
    const WordCheckpoint m_checkpoint;
};

void TestTraceJob::aTraceComesCompleteWithItsHead()
{
    const TraceProgress trace = traced(m_checkpoint.settings());
    QVERIFY(trace.result.isComplete());
    QVERIFY((trace.run.input.ids == std::vector<std::int64_t>{1, 7, 2, 3, 4}));
    QCOMPARE(trace.run.input.subjectBegin, 2);
    QCOMPARE(trace.run.input.subjectEnd, 3);
    QVERIFY((trace.run.input.targets == std::vector<std::vector<std::int64_t>>{{5}, {6}}));
    QCOMPARE(trace.run.input.window, 1); // a fifth of 2 layers, but at least one
    QCOMPARE(trace.run.input.sigma, 0.5);
    QCOMPARE(trace.run.tokens[2], text("nurse"));
    QCOMPARE(trace.run.offsets[2].begin, 9);
    QCOMPARE(trace.run.layers, 2);
    QCOMPARE(trace.run.device, text("cpu"));
    QCOMPARE(trace.run.dtype, text("fp32"));
    QVERIFY(trace.run.notes.isEmpty());
    QVERIFY(!trace.run.fingerprint.isEmpty());
    QVERIFY(trace.run.base.restoreAllError < 1e-5);
    QVERIFY(trace.run.base.restoreNothingError < 1e-5);
    TraceSettings loop = m_checkpoint.settings();
    loop.method = cw::TraceMethod::Loop;
    QVERIFY(largestDifference(trace.result, traced(loop).result) < 1e-5);
    loop.seed = 2;
    QVERIFY(largestDifference(trace.result, traced(loop).result) > 1e-5);
}

void TestTraceJob::theOpenModelIsUsed()
{
    const cw::LoadedModel loaded = cw::loadModel(m_checkpoint.folder(), text("auto"), text("auto"));
    TraceSettings there = m_checkpoint.settings();
    there.model = text("/not/read/again");
    TraceJob job(there, loaded);
    const CollectedTrace collected(job);
    cw::SilentMonitor silent;
    QVERIFY(job.runHere(silent));
    QVERIFY(collected.progress.result.isComplete());
    QCOMPARE(collected.progress.run.folder, loaded.checkpoint->folder());
    QVERIFY(cw::placedModel(loaded, text("cpu"), text("fp32")).model == loaded.model);
    QVERIFY(cw::placedModel(loaded, text("cpu"), text("bf16")).model != loaded.model);
}

void TestTraceJob::aTraceRunsBesideTheWindow()
{
    cw::JobQueue queue;
    TraceJob *job = queue.add(std::make_unique<TraceJob>(m_checkpoint.settings()));
    int done = 0;
    cw::TraceResult result;
    connect(job, &TraceJob::baseReady, this, [&](const cw::TraceRun &run) {
        QCOMPARE(QThread::currentThread(), thread());
        result.prepare(run.input, run.layers);
    });
    connect(job, &TraceJob::blockReady, this, [&](const cw::TraceBlock &block) { result.insert(block); });
    connect(job, &cw::Job::done, this, [&] { done += result.isComplete() ? 1 : 100; });
    QTRY_VERIFY(queue.isIdle());
    QCOMPARE(done, 1);
}

void TestTraceJob::oddTargetsAreNoted()
{
    TraceSettings odd = m_checkpoint.settings();
    odd.targets = QStringList{text(" he said")};
    odd.window = 2;
    const TraceProgress trace = traced(odd);
    QCOMPARE(trace.run.input.targets[0].size(), std::size_t{2});
    QCOMPARE(trace.run.notes.size(), 2);
    QVERIFY(trace.run.notes[1].contains(text("third")));
    QVERIFY(trace.run.notes[0].contains(text("2 tokens")));
    odd.targets = QStringList{text("he")};
    QVERIFY(traced(odd).run.notes[0].contains(text("by itself")));
}

void TestTraceJob::badInputIsRefused_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *key, const QJsonValue &value, const char *error) {
        QTest::newRow(name) << QJsonObject{{QLatin1String(key), value}} << QString::fromLatin1(error);
    };
    row("empty prompt", "prompt", QString(), "Input");
    row("prompt of spaces", "prompt", text("  "), "Input");
    row("no subject there", "subject", text("plumber"), "Input");
    row("not so often", "occurrence", 2, "Input");
    row("subject is all", "subject", text("the kind nurse said that"), "Input");
    row("the same target twice", "targets", QJsonArray{text(" he"), text(" he")}, "Input");
    row("window too wide", "window", 3, "Input");
    row("prompt too long", "prompt", QString(text("the nurse ") + text("said ").repeated(40)), "Input");
    row("endless noise", "noise", 1e300, "Input");
    row("fp16 on the CPU", "dtype", text("fp16"), "Unsupported");
    row("no such device", "device", text("cuda:99"), "Device");
    row("no such model", "model", text("/no/such/model"), "File");
}

void TestTraceJob::badInputIsRefused()
{
    QFETCH(QJsonObject, change);
    QFETCH(QString, error);
    QJsonObject object = cw::toJson(m_checkpoint.settings());
    for (const QString &key : change.keys())
        object.insert(key, change.value(key));
    const QString sentence = thrown([&] { traced(cw::fromJson<TraceSettings>(object)); });
    QVERIFY2(sentence.startsWith(error), qPrintable(sentence));
}

void TestTraceJob::weightsThatAreNoNumbersAreNamed()
{
    const WordCheckpoint broken;
    broken.rewrite([&](CheckpointCopy::Tensors &tensors) {
        for (auto &[name, tensor] : tensors) {
            if (name.find("h.1.mlp.c_fc.weight") == std::string::npos)
                continue;
            tensor.view({-1})[5] = std::nan("");
        }
    });
    TraceSettings there = m_checkpoint.settings();
    there.model = broken.folder();
    const QString sentence = thrown([&] { traced(there); });
    QVERIFY2(sentence.startsWith(text("Format")) && sentence.contains(text("layers.1.mlp.in")), qPrintable(sentence));
}

void TestTraceJob::sigmaFollowsItsRule()
{
    const auto checkpoint = cw::Checkpoint::open(m_checkpoint.folder());
    const auto model = checkpoint->model({});
    const at::Tensor embedding = model->embedding().to(at::kDouble);
    const auto sigma = [&](const cw::NoiseSize &size, const QStringList &subjects) {
        cw::SilentMonitor silent;
        return cw::noiseSigma(size, *model, *checkpoint->tokenizer(), subjects, silent);
    };
    QCOMPARE(sigma({cw::NoiseSize::Rule::Number, 0.2}, {}), 0.2);
    QCOMPARE(sigma({cw::NoiseSize::Rule::Embedding, 3}, {}), 3 * embedding.std().item<double>());
    const at::Tensor rows = at::stack({embedding[2], embedding[7], embedding[8]});
    QCOMPARE(sigma({cw::NoiseSize::Rule::Subjects, 3}, {text("nurse"), text("kind judge")}),
             3 * rows.std().item<double>());
    QVERIFY(!thrown([&] { sigma({cw::NoiseSize::Rule::Subjects, 3}, {}); }).isEmpty());
    QVERIFY(cw::occupationNames().size() > 20);

    TraceSettings usual = m_checkpoint.settings();
    usual.noise = {};
    QCOMPARE(traced(usual).run.input.sigma, sigma(usual.noise, cw::occupationNames()));
}

void TestTraceJob::loadingAModelIsAJob()
{
    cw::JobQueue queue;
    auto *job = queue.add(std::make_unique<cw::LoadModelJob>(m_checkpoint.folder()));
    cw::LoadedModel loaded;
    connect(job, &cw::LoadModelJob::loaded, this, [&](const cw::LoadedModel &model) { loaded = model; });
    QTRY_VERIFY(queue.isIdle());
    QVERIFY(loaded.checkpoint && loaded.model);
    QCOMPARE(loaded.model->spec().layers, 2);
}

void TestTraceJob::aBrokenModelFailsWithItsName()
{
    cw::LoadModelJob job(text("/no/such/model"));
    QString sentence;
    connect(&job, &cw::Job::failed, this, [&](const cw::Error &error) { sentence = cw::describe(error); });
    cw::SilentMonitor silent;
    QVERIFY(!job.runHere(silent));
    QVERIFY2(sentence.contains(text("/no/such/model")), qPrintable(sentence));
}

void TestTraceJob::hashingCanBeStopped()
{
    const auto checkpoint = cw::Checkpoint::open(m_checkpoint.folder());
    QString hash;
    cw::SilentMonitor silent;
    cw::HashJob whole(checkpoint);
    connect(&whole, &cw::HashJob::hashed, this, [&](const QString &, const QString &value) { hash = value; });
    QVERIFY(whole.runHere(silent));
    QCOMPARE(hash.size(), 64);
    cw::HashJob stopped(checkpoint);
    stopped.cancel();
    const auto result = stopped.runHere(silent);
    QVERIFY(!result && result.error().kind() == cw::Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestTraceJob)
#include "TestTraceJob.moc"
