// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/engine/Monitor.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/LsdmInputs.h"
#include "core/jobs/LsdmJob.h"
#include "core/jobs/MeasureJob.h"
#include "core/measures/GapFolds.h"
#include "tests/support/ParsedSettings.h"
#include "tests/support/TestFiles.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

/// Few contexts and steps: enough to see a gap fall, and quick.
LsdmEditSettings quick()
{
    LsdmEditSettings settings;
    settings.model = demoModel();
    settings.contexts = 3;
    settings.steps = 8;
    settings.tokens = 4000;
    return settings;
}

MadeEdit editBy(const LsdmEditSettings &settings)
{
    LsdmJob job(settings);
    MadeEdit result;
    QObject::connect(&job, &LsdmJob::made, &job, [&result](const MadeEdit &edit) { result = edit; });
    SilentMonitor monitor;
    valueOrThrow(job.runHere(monitor));
    return result;
}

/// Mean |gap| of the occupations that were edited, in templates that were seen.
double editedGap(const LoadedModel &model)
{
    MeasureSettings settings;
    settings.measures = QStringLiteral("gap");
    settings.models = QStringList{demoModel()};
    settings.limit = 200;
    MeasureJob job(settings, model);
    double gap = -1;
    QObject::connect(&job, &MeasureJob::summarised, &job, [&gap](const MeasureSummary &summary) {
        for (std::size_t i = 0; i < summary.numbers.size(); ++i)
            if (QLatin1String(measureNamed(QStringLiteral("gap"))->info.numbers[i].key) == QLatin1String("edited_seen"))
                gap = summary.numbers[i].value;
    });
    SilentMonitor monitor;
    valueOrThrow(job.runHere(monitor));
    return gap;
}

} // namespace

class TestLsdmJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void settingsComeBackFromEveryForm();
    void layersAreReadOrRefused_data();
    void layersAreReadOrRefused();
    void framesTakeTheirArticle();
    void contextsAreOfTheEditedFoldAlone();
    void aModelWithoutFoldsWritesItsContexts();
    void theGapFalls();
    void theRecipeRepeatsIt();
    void targetsAreTold();
    void placebosShuffleTheTargets();
    void badInputIsRefused_data();
    void badInputIsRefused();
    void canBeCancelled();
};

void TestLsdmJob::settingsComeBackFromEveryForm()
{
    LsdmEditSettings asked = quick();
    asked.layers = QStringLiteral("0-1");
    asked.goal = QStringLiteral("share");
    asked.loss = TargetAim::Gap;
    asked.keys = KeyMix::PlainAndRest;
    QCOMPARE(parsed<LsdmEditSettings>(toArguments(asked)), asked);
    QCOMPARE(fromJson<LsdmEditSettings>(toJson(asked)), asked);
    QVERIFY(asked.command().startsWith(QLatin1String("counterweight edit lsdm ")));
    QCOMPARE((JobFile{lsdmJob, toJson(asked)}.command()), asked.command());
}

void TestLsdmJob::layersAreReadOrRefused_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QVector<int>>("layers");
    QTest::newRow("auto") << QStringLiteral("auto") << QVector<int>{0};
    QTest::newRow("one") << QStringLiteral("3") << QVector<int>{3};
    QTest::newRow("range") << QStringLiteral("0-2") << QVector<int>{0, 1, 2};
    QTest::newRow("both") << QStringLiteral("4,0-1,1") << QVector<int>{0, 1, 4};
    QTest::newRow("too high") << QStringLiteral("6") << QVector<int>{};
    QTest::newRow("falling") << QStringLiteral("2-0") << QVector<int>{};
    QTest::newRow("a word") << QStringLiteral("low") << QVector<int>{};
    QTest::newRow("negative") << QStringLiteral("-1") << QVector<int>{};
}

void TestLsdmJob::layersAreReadOrRefused()
{
    QFETCH(QString, words);
    QFETCH(QVector<int>, layers);
    LsdmEditSettings settings;
    settings.layers = words;
    if (layers.isEmpty())
        QVERIFY(thrown([&] { settings.layersIn(6); }).startsWith(QLatin1String("Input")));
    else
        QCOMPARE(settings.layersIn(6), std::vector<int>(layers.begin(), layers.end()));
}

void TestLsdmJob::framesTakeTheirArticle()
{
    QCOMPARE(filled(QStringLiteral("A {} sat near {}"), QStringLiteral("engineer")),
             QStringLiteral("An engineer sat near engineer"));
    QCOMPARE(filled(QStringLiteral("beside Ann, an {} ran"), QStringLiteral("nurse")),
             QStringLiteral("beside Ann, a nurse ran"));
    QCOMPARE(filled(QStringLiteral("The {} said"), QStringLiteral("artist")), QStringLiteral("The artist said"));
}

void TestLsdmJob::contextsAreOfTheEditedFoldAlone()
{
    const LsdmEditSettings settings = quick();
    const LoadedModel model = loadModel(demoModel(), QStringLiteral("cpu"), QStringLiteral("fp32"));
    SilentMonitor monitor;
    const LsdmInputs inputs = lsdmInputs(model, settings, monitor);
    const GapFolds folds = GapFolds::of(demoModel(), settings.seed);
    std::size_t edited = 0;
    for (const GapFolds::Occupation &occupation : folds.occupations) {
        const bool isThere =
            std::any_of(inputs.subjects.begin(), inputs.subjects.end(), [&occupation](const EditSubject &subject) {
                return QString::fromStdString(subject.name) == occupation.name;
            });
        QCOMPARE(isThere, !occupation.isHeldOut);
        edited += isThere ? 1 : 0;
    }
    QCOMPARE(inputs.subjects.size(), edited);
    const auto tokenizer = model.checkpoint->tokenizer();
    for (const EditSubject &subject : inputs.subjects) {
        QCOMPARE(subject.texts.size(), std::size_t{3});
        QCOMPARE(subject.share, 0.5);
        for (const SubjectText &text : subject.texts) {
            // The occupation's last token is where it says.
            const std::vector<std::int64_t> left(text.ids.begin(), text.ids.begin() + text.subject + 1);
            QVERIFY(tokenizer->decode(left).endsWith(QString::fromStdString(subject.name)));
            QCOMPARE(text.read, static_cast<int>(text.ids.size()) - 1);
        }
    }
    QVERIFY(!inputs.definitions.empty());
    QVERIFY(!inputs.corpus.empty());
}

void TestLsdmJob::aModelWithoutFoldsWritesItsContexts()
{
    QTemporaryDir dir;
    const QString copy = dir.filePath(QStringLiteral("model"));
    QVERIFY(copyFolder(demoModel(), copy));
    QVERIFY(QFile::remove(copy + QStringLiteral("/folds.json")));
    LsdmEditSettings settings = quick();
    settings.model = copy;
    const LoadedModel model = loadModel(copy, QStringLiteral("cpu"), QStringLiteral("fp32"));
    SilentMonitor monitor;
    const LsdmInputs inputs = lsdmInputs(model, settings, monitor);
    const auto tokenizer = model.checkpoint->tokenizer();
    const EditSubject &subject = inputs.subjects.front();
    QVERIFY(tokenizer->decode(subject.texts[0].ids).startsWith(QLatin1String("The ")));
    QVERIFY(tokenizer->decode(subject.texts[1].ids).contains(QLatin1String(". The ")));
    const LsdmInputs again = lsdmInputs(model, settings, monitor);
    QCOMPARE(again.subjects.front().texts[1].ids, subject.texts[1].ids);
}

void TestLsdmJob::theGapFalls()
{
    const LoadedModel base = loadModel(demoModel(), QStringLiteral("cpu"), QStringLiteral("fp32"));
    const MadeEdit edit = editBy(quick());
    const QJsonValue cell = edit.facts[QLatin1String("cells")][QLatin1String("edited_unseen")];
    QVERIFY(cell[QLatin1String("after")].toDouble() < 0.9 * cell[QLatin1String("before")].toDouble());
    QCOMPARE(edit.facts[QLatin1String("cells")].toObject().size(), 4);
    QVERIFY(edit.facts[QLatin1String("guards")][QLatin1String("perplexity")][QLatin1String("after")].toDouble() > 1);
    QVERIFY(edit.facts[QLatin1String("gapOfTargets")].toDouble() < edit.facts[QLatin1String("gapBefore")].toDouble());
    QCOMPARE(edit.ledger.lines.size(), std::size_t{1});
    QCOMPARE(edit.ledger.lines.front().parameter, std::string("layers.0.mlp.out"));
    const double before = editedGap(base);
    const double after = editedGap({edit.base.checkpoint, edit.model});
    QVERIFY2(after < 0.9 * before, qPrintable(QStringLiteral("%1 -> %2").arg(before).arg(after)));
}

void TestLsdmJob::theRecipeRepeatsIt()
{
    LsdmEditSettings settings = quick();
    settings.contexts = 1;
    settings.steps = 2;
    const MadeEdit edit = editBy(settings);
    auto again = fromJson<LsdmEditSettings>(edit.recipe[QLatin1String("settings")].toObject());
    QCOMPARE(again.model, QStringLiteral("demo-model"));
    again.model = demoModel();
    QCOMPARE(editBy(again).hash, edit.hash);
}

void TestLsdmJob::targetsAreTold()
{
    LsdmEditSettings settings = quick();
    settings.steps = 1;
    settings.contexts = 1;
    LsdmJob job(settings);
    std::vector<FoundTarget> told;
    QObject::connect(&job, &LsdmJob::targetFound, &job, [&told](const FoundTarget &target) { told.push_back(target); });
    SilentMonitor monitor;
    valueOrThrow(job.runHere(monitor));
    QVERIFY(told.size() > 50);
    QCOMPARE(told.back().number, told.back().total);
    QVERIFY(told.front().gaps.size() >= 2);
}

void TestLsdmJob::placebosShuffleTheTargets()
{
    QTemporaryDir dir;
    LsdmEditSettings settings = quick();
    settings.goal = dir.filePath(QStringLiteral("goal.csv"));
    settings.placebo = 3;
    const auto banded = [&settings] { return editBy(settings).facts[QLatin1String("placebo")][0].toObject(); };
    // A single target has nobody to be exchanged with.
    QVERIFY(test::write(settings.goal, "name,target\nnurse,0.5\naccountant,0.5\n"));
    const QJsonObject two = banded();
    QCOMPARE(two[QLatin1String("kind")].toString(), QStringLiteral("content"));
    QCOMPARE(two[QLatin1String("draws")].toArray().size(), 3);
    QVERIFY(two[QLatin1String("edited")].toDouble() < two[QLatin1String("before")].toDouble());
    QVERIFY(test::write(settings.goal, "name,target\naccountant,0.5\n"));
    const QJsonObject one = banded();
    for (const QJsonValue &draw : one[QLatin1String("draws")].toArray())
        QCOMPARE(draw[QLatin1String("value")], one[QLatin1String("edited")]);
    QCOMPARE(one[QLatin1String("rank")].toDouble(), 1.0);
}

void TestLsdmJob::badInputIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const QStringList &arguments, const char *kind) {
        QTest::newRow(name) << arguments << QString::fromLatin1(kind);
    };
    row("no such layer", {demoModel(), QStringLiteral("--layers"), QStringLiteral("9")}, "Input");
    row("masked", {fixture(QStringLiteral("models/bert"))}, "Unsupported");
    row("another goal", {demoModel(), QStringLiteral("--goal"), QStringLiteral("f_score")}, "Input");
    row("no such goal file", {demoModel(), QStringLiteral("--goal"), QStringLiteral("/nowhere.csv")}, "Input");
    row("no such text", {demoModel(), QStringLiteral("--text"), QStringLiteral("/nowhere.txt")}, "File");
    row("no model", {QStringLiteral("/nowhere")}, "File");
}

void TestLsdmJob::badInputIsRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, kind);
    LsdmJob job(parsed<LsdmEditSettings>(arguments));
    SilentMonitor monitor;
    const Result<void> result = job.runHere(monitor);
    QVERIFY(!result);
    QCOMPARE(QString::fromLatin1(name(result.error().kind())), kind);
}

void TestLsdmJob::canBeCancelled()
{
    JobQueue queue;
    auto *job = queue.add(std::make_unique<LsdmJob>(quick()));
    QSignalSpy cancelled(job, &Job::cancelled);
    QSignalSpy told(job, &LsdmJob::targetFound);
    QSignalSpy made(job, &LsdmJob::made);
    QTRY_VERIFY_WITH_TIMEOUT(told.size() > 0, 60000);
    job->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.size(), 1, 10000);
    QCOMPARE(made.size(), 0);
}

QTEST_GUILESS_MAIN(TestLsdmJob)
#include "TestLsdmJob.moc"
