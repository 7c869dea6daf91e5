// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/data/SelectionFile.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/JobQueue.h"
#include "tests/support/CheckpointCopy.h"
#include "tests/support/Edits.h"
#include "tests/support/ParsedSettings.h"
#include "tests/support/TestFiles.h"

#include <QSignalSpy>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

EditSettings settings(TickMethod method, const QStringList &rows)
{
    EditSettings settings;
    settings.method = method;
    settings.model = demoModel();
    settings.rows = rows;
    return settings;
}

MadeEdit made(const EditSettings &settings, const LoadedModel &loaded = {})
{
    EditJob job(settings, loaded);
    MadeEdit result;
    QObject::connect(&job, &EditJob::made, &job, [&result](const MadeEdit &edit) { result = edit; });
    SilentMonitor monitor;
    valueOrThrow(job.runHere(monitor));
    return result;
}

} // namespace

class TestEditJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void settingsComeBackFromEveryForm();
    void itsRecipeMakesItAgain();
    void theBaseStaysAsItWas();
    void attenuatesBetweenTheTargets();
    void movesTowardAnotherCheckpoint();
    void aSelectionFileIsTakenIn();
    void brokenSelectionsAreNamed_data();
    void brokenSelectionsAreNamed();
    void badInputIsRefused_data();
    void badInputIsRefused();
    void canBeCancelled();

private:
    QTemporaryDir m_dir;
};

void TestEditJob::settingsComeBackFromEveryForm()
{
    EditSettings asked = settings(TickMethod::Scale, {QStringLiteral("layers.2.mlp.out:7,9-12")});
    asked.neurons = QStringList{QStringLiteral("layers.3:12")};
    asked.weights = QStringList{QStringLiteral("layers.1.mlp.in:7/31")};
    asked.factor = -0.5;
    asked.bias = EditSettings::Bias::With;
    QCOMPARE(parsed<EditSettings>(toArguments(asked)), asked);
    QCOMPARE(fromJson<EditSettings>(toJson(asked)), asked);
    QVERIFY(asked.command().startsWith(QLatin1String("counterweight edit scale ")));
    const JobFile file{editJob, toJson(asked)};
    QCOMPARE(JobFile::read(file.text(), QStringLiteral("job")).command(), asked.command());
}

void TestEditJob::itsRecipeMakesItAgain()
{
    const MadeEdit edit = made(settings(TickMethod::Zero, {QStringLiteral("layers.0.mlp.out:1,5")}));
    QCOMPARE(edit.title, QStringLiteral("zero layers.0.mlp.out:1,5"));
    QCOMPARE(edit.ledger.lines.size(), std::size_t{1});
    QCOMPARE(edit.ledger.lines.front().rows, std::int64_t{2});
    QVERIFY(edit.hash != edit.baseHash);
    auto again = fromJson<EditSettings>(edit.recipe[QLatin1String("settings")].toObject());
    QCOMPARE(again.model, QStringLiteral("demo-model")); // and not where it lies on this machine
    again.model = demoModel();
    QCOMPARE(made(again).hash, edit.hash);
}

void TestEditJob::theBaseStaysAsItWas()
{
    SilentMonitor monitor;
    const LoadedModel base = opened(demoModel());
    const QString before = base.checkpoint->hash(monitor);
    const at::Tensor weight = base.model->parameters().at("layers.0.mlp.out").clone();
    const MadeEdit edit = made(settings(TickMethod::Zero, {QStringLiteral("layers.0.mlp.out:1")}), base);
    QVERIFY(at::equal(base.model->parameters().at("layers.0.mlp.out"), weight));
    QCOMPARE(Checkpoint::open(demoModel())->hash(monitor), before); // the files, read anew
    QCOMPARE(edit.baseHash, before);
}

void TestEditJob::attenuatesBetweenTheTargets()
{
    EditSettings asked = settings(TickMethod::Attenuate, {});
    asked.modules = QStringList{QStringLiteral("layers.0.mlp.out")};
    const MadeEdit edit = made(asked);
    const auto &tokenizer = *edit.base.checkpoint->tokenizer();
    const at::Tensor u = headDirection(*edit.base.model, tokenizer.encode(QStringLiteral(" she"), false).ids.front(),
                                       tokenizer.encode(QStringLiteral(" he"), false).ids.front());
    const auto along = [&u](const std::shared_ptr<const Model> &model) {
        return at::mv(model->parameters().at("layers.0.mlp.out").to(at::kFloat).t(), u).norm().item<double>();
    };
    QVERIFY(along(edit.model) < 0.01 * along(edit.base.model));
}

void TestEditJob::movesTowardAnotherCheckpoint()
{
    const CheckpointCopy other(QStringLiteral("gpt2"));
    other.rewrite([](CheckpointCopy::Tensors &tensors) {
        for (auto &tensor : tensors)
            tensor.second.mul_(2);
    });
    EditSettings asked = settings(TickMethod::Toward, {});
    asked.model = fixture(QStringLiteral("models/gpt2"));
    asked.modules = QStringList{QStringLiteral("layers.0.mlp.out")};
    asked.reference = other.folder();
    asked.share = 0.5;
    const MadeEdit edit = made(asked);
    QVERIFY(at::allclose(edit.model->parameters().at("layers.0.mlp.out"),
                         1.5 * edit.base.model->parameters().at("layers.0.mlp.out"), 1e-6, 1e-7));
}

void TestEditJob::aSelectionFileIsTakenIn()
{
    const QString file = m_dir.filePath(QStringLiteral("selection.json"));
    QVERIFY(test::write(file, R"({"rows": {"layers.0.mlp.out": [1, 5]}, "neurons": {"layers.1": [3]},
                                  "weights": {"layers.2.mlp.in": [[7, 31]]}, "modules": ["layers.3.attn.out"],
                                  "layers": [4]})"));
    EditSettings asked = settings(TickMethod::Zero, {});
    asked.selection = file;
    const MadeEdit edit = made(asked);
    QCOMPARE(edit.ledger.lines.size(), std::size_t{4 + 6});
    auto again = fromJson<EditSettings>(edit.recipe[QLatin1String("settings")].toObject());
    QVERIFY(again.selection.isEmpty());
    again.model = demoModel();
    QCOMPARE(made(again).hash, edit.hash);
}

void TestEditJob::brokenSelectionsAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("key");
    QTest::newRow("unknown key") << QByteArray(R"({"heads": []})") << QStringLiteral("heads");
    QTest::newRow("layers no list") << QByteArray(R"({"layers": 3})") << QStringLiteral("layers");
    QTest::newRow("a layer that is half") << QByteArray(R"({"layers": [0.5]})") << QStringLiteral("layers");
    QTest::newRow("a module no name") << QByteArray(R"({"modules": [3]})") << QStringLiteral("modules");
    QTest::newRow("rows no object") << QByteArray(R"({"rows": [3]})") << QStringLiteral("rows");
    QTest::newRow("negative row") << QByteArray(R"({"rows": {"embed": [-1]}})") << QStringLiteral("rows");
    QTest::newRow("an endless row") << QByteArray(R"({"rows": {"embed": [1e300]}})") << QStringLiteral("rows");
    QTest::newRow("a weight of one number")
        << QByteArray(R"({"weights": {"embed": [[1]]}})") << QStringLiteral("weights");
}

void TestEditJob::brokenSelectionsAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, key);
    const QString file = m_dir.filePath(QStringLiteral("broken.json"));
    QVERIFY(test::write(file, json));
    const QString message = thrown([&] { readSelection(file); });
    QVERIFY2(message.startsWith(QLatin1String("Format")) && message.contains(file) &&
                 message.contains(u'"' + key + u'"'),
             qPrintable(message));
}

void TestEditJob::badInputIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString model = demoModel();
    QTest::newRow("nothing selected") << QStringList{QStringLiteral("zero"), model};
    QTest::newRow("no reference") << QStringList{QStringLiteral("toward"), model, QStringLiteral("--layers"),
                                                 QStringLiteral("0")};
    QTest::newRow("one target") << QStringList{QStringLiteral("attenuate"), model,
                                               QStringLiteral("--modules"), QStringLiteral("layers.0.mlp.out"),
                                               QStringLiteral("--targets"), QStringLiteral(" he")};
    QTest::newRow("no effect") << QStringList{QStringLiteral("scale"),    model,
                                              QStringLiteral("--layers"), QStringLiteral("0"),
                                              QStringLiteral("--factor"), QStringLiteral("1")};
    QTest::newRow("no such row") << QStringList{QStringLiteral("zero"), model, QStringLiteral("--rows"),
                                                QStringLiteral("layers.0.mlp.out:99999")};
    QTest::newRow("no such method") << QStringList{QStringLiteral("paint"), model};
}

void TestEditJob::badInputIsRefused()
{
    QFETCH(QStringList, arguments);
    const QString message = thrown([&] { made(parsed<EditSettings>(arguments)); });
    QVERIFY2(message.startsWith(QLatin1String("Input")), qPrintable(message));
}

void TestEditJob::canBeCancelled()
{
    JobQueue queue;
    EditSettings asked = settings(TickMethod::Zero, {});
    asked.layers = QStringList{QStringLiteral("0-5")};
    auto *job = queue.add(std::make_unique<EditJob>(asked));
    QSignalSpy cancelled(job, &Job::cancelled);
    QSignalSpy done(job, &EditJob::made);
    job->cancel();
    QTRY_COMPARE(cancelled.size(), 1);
    QCOMPARE(done.size(), 0);
}

QTEST_GUILESS_MAIN(TestEditJob)
#include "TestEditJob.moc"
