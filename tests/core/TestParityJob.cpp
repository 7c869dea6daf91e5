// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/SafetensorsWriter.h"
#include "core/engine/Monitor.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/ParityJob.h"
#include "core/jobs/Prediction.h"
#include "core/project/ParityRecords.h"
#include "tests/support/CheckpointCopy.h"

#include <QTest>
#include <c10/util/BFloat16.h>

using namespace cw;
using namespace cw::test;

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

QString model(const char *name)
{
    return fixture(u"models/" + QLatin1String(name));
}

ParityReport compared(const LoadedModel &loaded, const QString &reference = {})
{
    ParityJob job(loaded, reference);
    ParityReport report;
    QObject::connect(&job, &ParityJob::compared, &job, [&report](const ParityReport &found) { report = found; });
    SilentMonitor silent;
    valueOrThrow(job.runHere(silent));
    return report;
}

LoadedModel loaded(const QString &folder, const char *dtype = "fp32")
{
    return loadModel(folder, text("cpu"), text(dtype));
}

} // namespace

class TestParityJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void storedLogitsAreFoundAgain_data();
    void storedLogitsAreFoundAgain();
    void aDamagedModelDoesNotHold();
    void predictedLogitsAreAReference();
    void aTypeIsComparedWithFp32();
    void whatIsNoReferenceIsRefused_data();
    void whatIsNoReferenceIsRefused();
    void itCanBeStopped();
    void recordsAreKeptByModelDeviceTypeAndLibrary();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
};

void TestParityJob::storedLogitsAreFoundAgain_data()
{
    QTest::addColumn<QString>("folder");
    for (const char *name : {"gpt2", "llama-grouped", "neox-parallel-partial"})
        QTest::newRow(name) << model(name);
}

void TestParityJob::storedLogitsAreFoundAgain()
{
    QFETCH(QString, folder);
    const ParityReport report = compared(loaded(folder), folder + text("/reference.safetensors"));
    QVERIFY(report.parity.holds());
    QCOMPARE(report.parity.sameTop, report.parity.tokens);
    QVERIFY(describe(report).contains(text("agrees with reference.safetensors")));
    QCOMPARE(report.dtype, text("fp32"));
    QCOMPARE(report.fingerprint, Checkpoint::open(folder)->fingerprint());
}

void TestParityJob::aDamagedModelDoesNotHold()
{
    const CheckpointCopy damaged(text("gpt2"));
    damaged.rewrite([](CheckpointCopy::Tensors &tensors) {
        for (auto &[name, tensor] : tensors)
            if (name.find("h.1.mlp.c_fc.weight") != std::string::npos)
                tensor.mul_(1.1);
    });
    const ParityReport report = compared(loaded(damaged.folder()), model("gpt2") + text("/reference.safetensors"));
    QVERIFY(!report.parity.holds());
    QVERIFY(describe(report).contains(text("disagrees with")));
    QCOMPARE(toJson(report).value(text("holds")), QJsonValue(false));
}

void TestParityJob::predictedLogitsAreAReference()
{
    PredictSettings settings;
    settings.model = model("llama-tied");
    settings.text = text("the nurse said that");
    settings.logits = path("predicted.safetensors");
    SilentMonitor silent;
    const Prediction prediction = predict(settings, silent);
    const ParityReport report = compared(loaded(settings.model), settings.logits);
    QVERIFY(report.parity.holds());
    QCOMPARE(report.parity.difference, 0.0);
    QCOMPARE(report.parity.tokens, static_cast<std::int64_t>(prediction.ids.size()));
}

void TestParityJob::aTypeIsComparedWithFp32()
{
    const LoadedModel exact = loaded(model("gpt2"));
    QVERIFY(ParityJob::isReference(exact));
    QCOMPARE(compared(exact).parity.difference, 0.0);
    const LoadedModel half = loaded(model("gpt2"), "bf16");
    QVERIFY(!ParityJob::isReference(half));
    const ParityReport report = compared(half);
    QVERIFY(report.parity.isHalf && report.parity.holds());
    QVERIFY(report.parity.difference > 0);
    QVERIFY(report.reference.isEmpty());
    QVERIFY(describe(report).contains(text("bf16 cpu agrees with the CPU in fp32")));
}

void TestParityJob::whatIsNoReferenceIsRefused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("error");
    const auto row = [this](const char *name, const std::map<std::string, at::Tensor> &tensors, const char *error) {
        const QString file = m_folder.filePath(QLatin1String(name) + text(".safetensors"));
        SafetensorsWriter writer;
        for (const auto &[key, tensor] : tensors)
            writer.add(key, tensor);
        writer.write(file);
        QTest::newRow(name) << file << text(error);
    };
    const at::Tensor ids = at::tensor({3, 4, 5}, at::kLong);
    const at::Tensor logits = at::zeros({3, 64});
    row("no logits", {{"ids", ids}}, "Format");
    row("no ids", {{"logits", logits}}, "Format");
    row("ids that are no whole numbers", {{"ids", ids.to(at::kFloat)}, {"logits", logits}}, "Format");
    row("another length", {{"ids", ids}, {"logits", at::zeros({4, 64})}}, "Format");
    row("no matrix", {{"ids", ids}, {"logits", at::zeros({3})}}, "Format");
    row("another vocabulary", {{"ids", ids}, {"logits", at::zeros({3, 65})}}, "Input");
    row("ids outside it", {{"ids", ids + 100}, {"logits", logits}}, "Input");
    row("too long", {{"ids", at::zeros({99}, at::kLong)}, {"logits", at::zeros({99, 64})}}, "Input");
    row("empty", {{"ids", at::zeros({0}, at::kLong)}, {"logits", at::zeros({0, 64})}}, "Input");
    QTest::newRow("missing") << path("nowhere.safetensors") << text("File");
    QTest::newRow("no safetensors") << model("gpt2/config.json") << text("Format");
}

void TestParityJob::whatIsNoReferenceIsRefused()
{
    QFETCH(QString, file);
    QFETCH(QString, error);
    const QString sentence = thrown([&] { compared(loaded(model("gpt2")), file); });
    QVERIFY2(sentence.startsWith(error), qPrintable(sentence));
}

void TestParityJob::itCanBeStopped()
{
    class StopLate final : public Monitor {
    public:
        explicit StopLate(ParityJob &job) : m_job(job) {}
        void stage(const char *) override {}
        void step(std::int64_t, std::int64_t) override
        {
            if (++m_steps == 5)
                m_job.cancel();
        }

    private:
        ParityJob &m_job;
        int m_steps = 0;
    };
    ParityJob job(loaded(model("gpt2"), "bf16"));
    bool finished = false;
    connect(&job, &ParityJob::compared, this, [&] { finished = true; });
    StopLate monitor(job);
    const Result<void> result = job.runHere(monitor);
    QVERIFY(!result && result.error().kind() == Error::Kind::Cancelled);
    QVERIFY(!finished);
}

void TestParityJob::recordsAreKeptByModelDeviceTypeAndLibrary()
{
    const ParityReport report = compared(loaded(model("gpt2"), "bf16"));
    {
        ParityRecords records(path("parity.ini"));
        QVERIFY(!records.find(report.fingerprint, report.device, report.dtype, report.library));
        records.keep(report);
    }
    const ParityRecords records(path("parity.ini"));
    const auto found = records.find(report.fingerprint, report.device, report.dtype, report.library);
    QVERIFY(found);
    QCOMPARE(toJson(*found), toJson(report));
    QVERIFY(!records.find(text("other"), report.device, report.dtype, report.library));
    QVERIFY(!records.find(report.fingerprint, text("cuda:0"), report.dtype, report.library));
    QVERIFY(!records.find(report.fingerprint, report.device, text("fp16"), report.library));
    QVERIFY(!records.find(report.fingerprint, report.device, report.dtype, text("9.9")));
    QVERIFY(write(path("broken.ini"), "[General]\nx=1\n"));
    QVERIFY(!ParityRecords(path("broken.ini")).find(text("x"), {}, {}, {}));
}

QTEST_GUILESS_MAIN(TestParityJob)
#include "TestParityJob.moc"
