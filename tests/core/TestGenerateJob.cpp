// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Monitor.h"
#include "core/jobs/GenerateJob.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/LoadModelJob.h"
#include "core/project/GenerationArchive.h"
#include "core/project/ProjectExport.h"
#include "tests/support/CheckpointCopy.h"
#include "tests/support/TalkingCheckpoint.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

/// What a job tells, put together as a window or a command does.
struct Collected {
    explicit Collected(GenerateJob &job)
    {
        QObject::connect(&job, &GenerateJob::begun, &job,
                         [this](const GenerateRun &run) { generation = Generation(run); });
        QObject::connect(&job, &GenerateJob::pieceReady, &job,
                         [this](const TextPiece &piece) { generation.grow(piece); });
    }
    Generation generation;
};

Generation generated(const GenerateSettings &settings, const LoadedModel &loaded = {})
{
    GenerateJob job(settings, loaded);
    const Collected collected(job);
    SilentMonitor silent;
    valueOrThrow(job.runHere(silent));
    return collected.generation;
}

GenerateSettings parsed(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions<GenerateSettings>(parser);
    if (!parser.parse(QStringList{text("generate")} + arguments))
        throw Error(Error::Kind::Input, "%1", {parser.errorText().toStdString()});
    return fromCommandLine<GenerateSettings>(parser);
}

} // namespace

class TestGenerateJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void settingsComeBackFromEveryForm();
    void aTextIsWrittenToItsLength();
    void theOpenModelIsUsed();
    void theEndTokenEndsTheText();
    void aStopStringAcrossTokensEndsTheText();
    void aFullContextIsSaid();
    void samplesAreThoseOfTheirSeeds();
    void cancelKeepsWhatIsWritten();
    void badInputIsRefused_data();
    void badInputIsRefused();
    void weightsThatAreNoNumbersAreNamed();
    void aProjectKeepsTheTexts();
    void aProjectKeepsAStoppedText();
    void damagedTextsAreRefused();

private:
    GenerateSettings settings(int max = 12) const
    {
        GenerateSettings settings;
        settings.model = m_checkpoint.folder();
        settings.prompt = text("the kind nurse said that");
        settings.max = max;
        return settings;
    }

    const TalkingCheckpoint m_checkpoint;
};

void TestGenerateJob::settingsComeBackFromEveryForm()
{
    GenerateSettings given;
    given.model = text("/some/model");
    given.prompt = text("- it's \"so\"\n");
    given.max = 7;
    given.temperature = 0.7;
    given.topP = 0.95;
    given.topK = 40;
    given.stop = QStringList{text("\ndef"), text("a,b"), text("--x")};
    given.seed = 4000000000;
    given.samples = 3;
    given.dtype = text("bf16");
    QVERIFY(parsed(toArguments(given)) == given);
    QVERIFY(fromJson<GenerateSettings>(toJson(given)) == given);
    QVERIFY(parsed({text("m"), text("p")}).stop.isEmpty());
    const JobFile file{generateJob, toJson(given)};
    QVERIFY(fromJson<GenerateSettings>(JobFile::read(file.text(), text("job.json")).settings) == given);
    QCOMPARE(file.command(), given.command());
    QVERIFY(given.command().startsWith(text("counterweight generate --max 7 ")));
    QVERIFY(!given.measured().contains(text("model")));
}

void TestGenerateJob::aTextIsWrittenToItsLength()
{
    const Generation generation = generated(settings());
    QVERIFY(generation.isComplete());
    QVERIFY((generation.run.ids == std::vector<std::int64_t>{1, 7, 2, 3, 4}));
    QCOMPARE(generation.run.tokens[2], text("nurse"));
    QCOMPARE(generation.run.device, text("cpu"));
    QVERIFY(generation.run.notes.isEmpty());
    const GeneratedText &written = generation.texts.front();
    QCOMPARE(written.ids.size(), std::size_t{12});
    QCOMPARE(written.end, TextEnd::Max);
    QCOMPARE(written.text, QString(u' ' + written.tokens.join(u' ')));
}

void TestGenerateJob::theOpenModelIsUsed()
{
    const LoadedModel loaded = loadModel(m_checkpoint.folder(), text("auto"), text("auto"));
    GenerateSettings there = settings();
    there.model = text("/not/read/again");
    QCOMPARE(generated(there, loaded).texts.front().text, generated(settings()).texts.front().text);
}

void TestGenerateJob::theEndTokenEndsTheText()
{
    const std::vector<std::int64_t> whole = generated(settings()).texts.front().ids;
    const CheckpointCopy copy(text("gpt2"));
    QVERIFY(copyFolder(m_checkpoint.folder(), copy.folder() + text("/ending")));
    const QString folder = copy.folder() + text("/ending");
    QVERIFY(write(folder + text("/generation_config.json"),
                  QByteArray(R"({"eos_token_id": [99, )") + QByteArray::number(qint64{whole[3]}) + "]}"));
    GenerateSettings there = settings();
    there.model = folder;
    const GeneratedText ended = generated(there).texts.front();
    QCOMPARE(ended.end, TextEnd::Eos);
    const auto first = std::find(whole.begin(), whole.end(), whole[3]);
    QVERIFY((ended.ids == std::vector<std::int64_t>(whole.begin(), first)));
}

void TestGenerateJob::aStopStringAcrossTokensEndsTheText()
{
    const QString whole = generated(settings()).texts.front().text;
    // From within one word to within the next but one.
    const qsizetype begin = whole.indexOf(u' ', 8) - 1;
    GenerateSettings stopped = settings();
    stopped.stop = QStringList{text("never"), whole.mid(begin, 8)};
    const GeneratedText cut = generated(stopped).texts.front();
    QCOMPARE(cut.end, TextEnd::Stop);
    QCOMPARE(cut.text, whole.left(whole.indexOf(stopped.stop[1])));
    QVERIFY(cut.ids.size() < 12);
    // A beginning of a stop string that does not come is not lost.
    stopped.stop = QStringList{QString(whole.right(3) + u'!')};
    QCOMPARE(generated(stopped).texts.front().text, whole);
}

void TestGenerateJob::aFullContextIsSaid()
{
    const CheckpointCopy gpt2(text("gpt2"));
    GenerateSettings there = settings(1000);
    there.model = gpt2.folder();
    const auto checkpoint = Checkpoint::open(gpt2.folder());
    const auto room = static_cast<std::size_t>(checkpoint->spec().context - 5 + 1);
    QVERIFY(gpt2.set(text("eos_token_id"), 999));
    QFile::remove(gpt2.file(text("generation_config.json")));
    const Generation generation = generated(there);
    QCOMPARE(generation.texts.front().end, TextEnd::Context);
    QCOMPARE(generation.texts.front().ids.size(), room);
    QVERIFY(generation.run.notes.first().contains(QString::number(room)));
    for (const TextEnd end : {TextEnd::Eos, TextEnd::Stop, TextEnd::Max, TextEnd::Context, TextEnd::Cancelled})
        QVERIFY(!describe(end).isEmpty() && !name(end).isEmpty());
}

void TestGenerateJob::samplesAreThoseOfTheirSeeds()
{
    GenerateSettings many = settings();
    many.temperature = 1.5;
    many.samples = 3;
    many.seed = 10;
    const Generation all = generated(many);
    QCOMPARE(all.texts.size(), std::size_t{3});
    QVERIFY(all.texts[0].ids != all.texts[1].ids);
    many.samples = 1;
    many.seed = 12;
    QVERIFY(generated(many).texts.front().ids == all.texts[2].ids);
}

void TestGenerateJob::cancelKeepsWhatIsWritten()
{
    JobQueue queue;
    auto *job = queue.add(std::make_unique<GenerateJob>(settings(TalkingCheckpoint::context)));
    Generation generation;
    bool cancelled = false;
    connect(job, &GenerateJob::begun, this, [&](const GenerateRun &run) { generation = Generation(run); });
    connect(job, &GenerateJob::pieceReady, this, [&](const TextPiece &piece) {
        generation.grow(piece);
        if (generation.texts.front().ids.size() == 20)
            job->cancel();
    });
    connect(job, &Job::cancelled, this, [&] { cancelled = true; });
    QTRY_VERIFY(queue.isIdle());
    QVERIFY(cancelled);
    generation.stop();
    QVERIFY(!generation.isComplete());
    const GeneratedText &written = generation.texts.front();
    QCOMPARE(written.end, TextEnd::Cancelled);
    QVERIFY(written.ids.size() >= 20 && static_cast<int>(written.ids.size()) < TalkingCheckpoint::context / 2);
    const std::size_t kept = std::min<std::size_t>(written.ids.size(), 12);
    const std::vector<std::int64_t> whole = generated(settings(static_cast<int>(kept))).texts.front().ids;
    QVERIFY(std::equal(whole.begin(), whole.end(), written.ids.begin()));
}

void TestGenerateJob::badInputIsRefused_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *key, const QJsonValue &value, const char *error) {
        QTest::newRow(name) << QJsonObject{{QLatin1String(key), value}} << QString::fromLatin1(error);
    };
    row("no model", "model", QString(), "Input");
    row("empty prompt", "prompt", QString(), "Input");
    row("prompt of spaces", "prompt", text("  "), "Input");
    row("nothing to write", "max", 0, "Input");
    row("cold", "temperature", -1, "Input");
    row("no number", "temperature", text("hot"), "Input");
    row("more than all", "top-p", 1.5, "Input");
    row("equal samples", "samples", 2, "Input");
    row("stop is no list", "stop", text("x"), "Input");
    row("unknown setting", "loud", true, "Input");
    row("fp16 on the CPU", "dtype", text("fp16"), "Unsupported");
    row("no such device", "device", text("cuda:99"), "Device");
    row("no such model there", "model", text("/no/such/model"), "File");
}

void TestGenerateJob::badInputIsRefused()
{
    QFETCH(QJsonObject, change);
    QFETCH(QString, error);
    QJsonObject object = toJson(settings());
    for (const QString &key : change.keys())
        object.insert(key, change.value(key));
    const QString sentence = thrown([&] { generated(fromJson<GenerateSettings>(object)); });
    QVERIFY2(sentence.startsWith(error), qPrintable(sentence));
}

void TestGenerateJob::weightsThatAreNoNumbersAreNamed()
{
    const CheckpointCopy broken(text("gpt2"));
    broken.rewrite([](CheckpointCopy::Tensors &tensors) {
        for (auto &[name, tensor] : tensors)
            if (name.find("h.1.mlp.c_fc.weight") != std::string::npos)
                tensor.view({-1})[5] = std::nan("");
    });
    GenerateSettings there = settings();
    there.model = broken.folder();
    const QString sentence = thrown([&] { generated(there); });
    QVERIFY2(sentence.startsWith(text("Format")) && sentence.contains(text("layers.1.mlp.in")), qPrintable(sentence));
}

void TestGenerateJob::aProjectKeepsTheTexts()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("texts.cwp"));
    Project project(folder.path());
    QVERIFY(project.create(path));
    GenerateSettings many = settings();
    many.temperature = 1;
    many.samples = 2;
    GenerateJob job(many);
    keepGeneration(job, project);
    const Collected collected(job);
    SilentMonitor silent;
    QVERIFY(job.runHere(silent));
    QVERIFY(project.flush());
    project.close();
    QVERIFY(project.open(path));
    const Result<Generation> kept = loadGeneration(project, 1);
    QVERIFY(kept);
    QCOMPARE(textsToJson(*kept), textsToJson(collected.generation));
    QVERIFY(kept->run.settings == many);
    QCOMPARE(kept->run.folder, m_checkpoint.folder());
    QVERIFY(kept->run.ids == collected.generation.run.ids);
    QCOMPARE(project.run(1)->state, RunState::Done);
    QVERIFY(exportedProject(project).contains("\"texts\""));
    QVERIFY(!loadGeneration(project, 2));
}

void TestGenerateJob::aProjectKeepsAStoppedText()
{
    const QTemporaryDir folder;
    Project project(folder.path());
    QVERIFY(project.create());
    JobQueue queue;
    auto job = std::make_unique<GenerateJob>(settings(TalkingCheckpoint::context));
    keepGeneration(*job, project);
    int pieces = 0;
    connect(job.get(), &GenerateJob::pieceReady, this, [&, it = job.get()] {
        if (++pieces == 30)
            it->cancel();
    });
    queue.add(std::move(job));
    QTRY_VERIFY(queue.isIdle());
    QVERIFY(project.flush());
    const Result<Generation> kept = loadGeneration(project, 1);
    QVERIFY(kept);
    QCOMPARE(project.run(1)->state, RunState::Stopped);
    QCOMPARE(kept->texts.front().end, TextEnd::Cancelled);
    QVERIFY(kept->texts.front().ids.size() >= 30);
}

void TestGenerateJob::damagedTextsAreRefused()
{
    const QTemporaryDir folder;
    Project project(folder.path());
    QVERIFY(project.create());
    GenerateJob job(settings());
    keepGeneration(job, project);
    SilentMonitor silent;
    QVERIFY(job.runHere(silent));
    QVERIFY(project.flush());
    project.setResult(project.resumeRun(1), {{text("texts"), QJsonArray{1, 2, 3}}});
    QVERIFY(project.flush());
    const Result<Generation> damaged = loadGeneration(project, 1);
    QVERIFY(!damaged && damaged.error().kind() == Error::Kind::Storage);
    project.setResult(project.resumeRun(1), {});
    QVERIFY(project.flush());
    QVERIFY(loadGeneration(project, 1)); // killed before the first text was kept
}

QTEST_GUILESS_MAIN(TestGenerateJob)
#include "TestGenerateJob.moc"
