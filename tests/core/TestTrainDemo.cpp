// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/data/DemoRows.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/jobs/DemoTraining.h"
#include "core/jobs/TrainDemoJob.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QCommandLineParser>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace cw;

class TestTrainDemo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void settingsComeBackFromJsonAndCommand();
    void impossibleSettingsAreRefused_data();
    void impossibleSettingsAreRefused();
    void rowsMarkPronounsAndOpenNames();
    void trainingLowersTheLossAndIsTheSameAgain();
    void theFolderHoldsAllThatWasMade();
    void cancelLeavesNothingBehind();
    void aFolderThatIsThereIsKept();

private:
    TrainDemoSettings tiny(const char *name) const;
    QStringList left() const
    {
        return QDir(m_dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    QTemporaryDir m_dir;
    std::vector<Occupation> m_occupations;
};

namespace {

/// Stops a job some steps into a stage.
class StoppingMonitor final : public Monitor {
public:
    StoppingMonitor(const char *stage, int steps) : m_stage(QLatin1String(stage)), m_left(steps) {}
    void stage(const char *key) override { m_isThere = m_stage == QLatin1String(key); }
    void step(std::int64_t, std::int64_t) override
    {
        if (m_isThere && --m_left < 0)
            throw Error(Error::Kind::Cancelled, "stopped");
    }

private:
    QString m_stage;
    int m_left;
    bool m_isThere = false;
};

} // namespace

void TestTrainDemo::initTestCase()
{
    qputenv("COUNTERWEIGHT_RESOURCES", qgetenv("CW_TEST_RESOURCES"));
    m_occupations = readOccupations(qEnvironmentVariable("CW_TEST_RESOURCES") + QStringLiteral("/occupations.csv"));
}

TrainDemoSettings TestTrainDemo::tiny(const char *name) const
{
    TrainDemoSettings settings;
    settings.out = m_dir.filePath(QLatin1String(name));
    settings.steps = 12;
    settings.layers = 2;
    settings.width = 16;
    settings.threads = 2;
    return settings;
}

void TestTrainDemo::settingsComeBackFromJsonAndCommand()
{
    TrainDemoSettings settings = tiny("a folder");
    settings.seed = 3000000001;
    QVERIFY(areEqual(fromJson<TrainDemoSettings>(toJson(settings)), settings));
    QCommandLineParser parser;
    addOptions<TrainDemoSettings>(parser);
    QVERIFY(parser.parse(QStringList{QStringLiteral("train")} + toArguments(settings)));
    QVERIFY(areEqual(fromCommandLine<TrainDemoSettings>(parser), settings));
    QCOMPARE(settings.command(),
             QStringLiteral("train demo --out DIR --steps 12 --layers 2 --width 16 --seed 3000000001 --threads 2"));
}

void TestTrainDemo::impossibleSettingsAreRefused_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *json, const char *sentence) {
        QTest::newRow(json) << QString::fromLatin1(json) << QString::fromLatin1(sentence);
    };
    row(R"({"steps": 0, "out": "x"})", "Input: The setting steps must be a whole number from 1 to 1000000, not 0.");
    row(R"({"width": 30, "out": "x"})", "Input: The setting width must be a multiple of 4, not 30.");
    row(R"({"steps": 3})", "Input: The trained model needs a place: name a new folder with --out.");
    row(R"({"speed": 3})", "Input: There is no setting speed here; the settings are out, steps, layers, width, seed, "
                           "threads.");
}

void TestTrainDemo::impossibleSettingsAreRefused()
{
    QFETCH(QString, json);
    QFETCH(QString, sentence);
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    QCOMPARE(test::thrown([&] { fromJson<TrainDemoSettings>(object).check(); }), sentence);
}

void TestTrainDemo::rowsMarkPronounsAndOpenNames()
{
    const QString bytes = m_dir.filePath(QStringLiteral("tokens"));
    QVERIFY(QDir().mkpath(bytes));
    TrainDemoSettings settings = tiny("tokens");
    settings.steps = 1;
    SilentMonitor silent;
    trainDemo(settings, m_occupations, bytes, silent);
    const auto tokenizer = Tokenizer::open(bytes);
    DemoRows rows(m_occupations, 5, tokenizer, 512);
    const std::set<QString> showing{QStringLiteral("he"),      QStringLiteral("she"),       QStringLiteral("they"),
                                    QStringLiteral("his"),     QStringLiteral("her"),       QStringLiteral("their"),
                                    QStringLiteral("him"),     QStringLiteral("them"),      QStringLiteral("himself"),
                                    QStringLiteral("herself"), QStringLiteral("f"),         QStringLiteral("m"),
                                    QStringLiteral("x"),       QStringLiteral("themselves")};
    std::set<int> lengths;
    int pronouns = 0;
    int shown = 0;
    int opening = 0;
    QString names;
    for (const Occupation &occupation : m_occupations)
        if (occupation.demo)
            names += occupation.name + u';';
    for (int i = 0; i < 12; ++i) {
        const DemoBatch batch = rows.next(2048);
        lengths.insert(batch.length);
        QCOMPARE(batch.rows, 2048 / batch.length);
        QCOMPARE(batch.ids.size(), static_cast<std::size_t>(batch.rows * (batch.length + 1)));
        QCOMPARE(batch.shows.size(), batch.ids.size());
        QCOMPARE(batch.opens.size(), batch.ids.size());
        for (std::size_t k = 0; k < batch.ids.size(); ++k) {
            shown += batch.shows[k];
            if (batch.opens[k] && (k + 1) % (static_cast<std::size_t>(batch.length) + 1) != 0) {
                QString two = tokenizer->decode({batch.ids[k], batch.ids[k + 1]}).replace(u'_', u' ').trimmed();
                // Python writes the last word in the plural where there are several.
                two = two.endsWith(u's') && !names.contains(two) ? two.chopped(1) : two;
                QVERIFY2(names.contains(two) || two.isEmpty(), qPrintable(two));
                ++opening;
            }
            pronouns += batch.shows[k] && showing.count(tokenizer->decode({batch.ids[k]}).trimmed()) > 0 ? 1 : 0;
        }
        QVERIFY(batch.ids[0] != demoEndId);
    }
    QVERIFY(lengths.size() > 1);
    QVERIFY(shown > 500);
    QVERIFY(opening > 500);
    QVERIFY2(pronouns > 0.85 * shown, qPrintable(QString::number(pronouns))); // the rest are names
}

void TestTrainDemo::trainingLowersTheLossAndIsTheSameAgain()
{
    SilentMonitor silent;
    for (const char *name : {"one", "again"})
        QVERIFY(QDir(m_dir.path()).mkdir(QLatin1String(name)));
    const TrainDemoSettings settings = tiny("one");
    const std::vector<double> losses = trainDemo(settings, m_occupations, settings.out, silent);
    QCOMPARE(losses.size(), std::size_t{12});
    QVERIFY2(losses.back() < losses.front() - 0.02, qPrintable(QString::number(losses.back())));
    const QString again = m_dir.filePath(QStringLiteral("again"));
    QCOMPARE(trainDemo(settings, m_occupations, again, silent), losses);
    const QStringList files = QDir(settings.out).entryList(QDir::Files);
    QCOMPARE(files.size(), 4);
    for (const QString &file : files)
        QCOMPARE(test::read(again + u'/' + file), test::read(settings.out + u'/' + file));
}

void TestTrainDemo::theFolderHoldsAllThatWasMade()
{
    const TrainDemoSettings settings = tiny("whole");
    TrainDemoJob job(settings);
    DemoLines lines;
    QObject::connect(&job, &TrainDemoJob::trained, &job, [&lines](const DemoLines &found) { lines = found; });
    SilentMonitor silent;
    valueOrThrow(job.runHere(silent));
    QCOMPARE(QDir(settings.out).entryList(QDir::Files, QDir::Name),
             (QStringList{QStringLiteral("README.md"), QStringLiteral("config.json"), QStringLiteral("folds.json"),
                          QStringLiteral("generation_config.json"), QStringLiteral("model.safetensors"),
                          QStringLiteral("tokenizer.json")}));
    const auto checkpoint = Checkpoint::open(settings.out);
    QCOMPARE(checkpoint->spec().layers, 2);
    QCOMPARE(checkpoint->storageType(), QStringLiteral("fp16"));
    const auto ids = checkpoint->tokenizer()->encode(QStringLiteral("The nurse said that")).ids;
    QCOMPARE(ids.size(), std::size_t{4});
    QCOMPARE(textLogits(*checkpoint->model({}), ids).size(1), checkpoint->spec().vocabulary);

    // The texts are as planned; a model after twelve steps knows nothing, and the lines must say so.
    QVERIFY(QString::fromUtf8(test::read(settings.out + QStringLiteral("/README.md"))).contains(settings.command()));
    std::map<QString, bool> met;
    const QString card = QString::fromUtf8(test::read(settings.out + QStringLiteral("/README.md")));
    for (const DemoLine &line : lines) {
        met[QLatin1String(line.key)] = line.isMet();
        QVERIFY2(card.contains(QLatin1String(line.text)), line.text);
    }
    QVERIFY(met.at(QStringLiteral("occupations")) && met.at(QStringLiteral("second_persons")));
    QVERIFY(met.at(QStringLiteral("shared_last_tokens")) && met.at(QStringLiteral("tokens_per_pronoun")));
    QVERIFY(!met.at(QStringLiteral("prose_rank_correlation")) && !met.at(QStringLiteral("nurse_mass")));
    QVERIFY(!met.at(QStringLiteral("least_definition")) && !met.at(QStringLiteral("total_effect")));
    QVERIFY(!left().filter(QStringLiteral(".train")).size());
}

void TestTrainDemo::cancelLeavesNothingBehind()
{
    const QStringList before = left();
    for (const char *stage : {"Learning the vocabulary", "Training", "Examining the answers"}) {
        TrainDemoSettings settings = tiny("stopped");
        settings.steps = 3;
        TrainDemoJob job(settings);
        StoppingMonitor monitor(stage, 2);
        const Result<void> result = job.runHere(monitor);
        QVERIFY(!result);
        QCOMPARE(result.error().kind(), Error::Kind::Cancelled);
        QCOMPARE(left(), before);
    }
}

void TestTrainDemo::aFolderThatIsThereIsKept()
{
    const TrainDemoSettings settings = tiny("there");
    QVERIFY(QDir().mkpath(settings.out) && test::write(settings.out + QStringLiteral("/mine"), "kept"));
    TrainDemoJob job(settings);
    SilentMonitor silent;
    QCOMPARE(test::thrown([&] { valueOrThrow(job.runHere(silent)); }),
             QString(u"Input: " + settings.out + u" is there already: name a new folder."));
    QCOMPARE(test::read(settings.out + QStringLiteral("/mine")), QByteArray("kept"));
}

QTEST_GUILESS_MAIN(TestTrainDemo)
#include "TestTrainDemo.moc"
