// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/CoupledModules.h"
#include "core/analysis/LensVotes.h"
#include "core/analysis/RowVotes.h"
#include "core/analysis/WeightVotes.h"
#include "core/data/DataFolder.h"
#include "core/data/SelectionFile.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/LocateJob.h"
#include "core/jobs/MgPrompts.h"
#include "core/measures/FbPrompts.h"
#include "core/measures/GapFolds.h"
#include "tests/support/ParsedSettings.h"
#include "tests/support/TestFiles.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <numeric>
#include <set>

using namespace cw;
using namespace cw::test;

namespace {

using What = LocateSettings::What;

/// Few prompts: enough to vote, and quick.
LocateSettings quick(What what)
{
    LocateSettings settings;
    settings.what = what;
    settings.model = demoModel();
    settings.limit = 6;
    return settings;
}

Located located(const LocateSettings &settings)
{
    LocateJob job(settings);
    Located result;
    QObject::connect(&job, &LocateJob::located, &job, [&result](const Located &found) { result = found; });
    SilentMonitor monitor;
    valueOrThrow(job.runHere(monitor));
    return result;
}

std::set<std::string> locatedNames(const Located &found)
{
    std::set<std::string> names;
    for (const LocatedPlace &place : found.places)
        if (place.isLocated)
            names.insert(place.name.toStdString());
    return names;
}

QString personOf(const QString &name)
{
    return name.section(u' ', 1);
}

} // namespace

/// Locating as a job, against the engine itself.
class TestLocateJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void settingsComeBackFromEveryForm();
    void foldsKeepPeopleApart();
    void promptsAimAtTheirGoal();
    void templatesServeWhereThereIsNoCode();
    void layersGetTheVotesOfTheLens();
    void modulesComeInCoupledPairs();
    void rowsAreThoseOfTheEngine();
    void weightsAreThoseOfTheEngine();
    void modulesCanBeNamed();
    void aSelectionComesBackFromItsFile();
    void wrongWordsMakeNoSelection();
    void jsonHasWhatWasFound();
    void badInputIsRefused_data();
    void badInputIsRefused();
    void canBeCancelled();

private:
    LoadedModel m_demo;
    MgPrompts::Fold m_fold;
};

void TestLocateJob::initTestCase()
{
    SilentMonitor monitor;
    m_demo = loadModel(demoModel(), QStringLiteral("cpu"), QStringLiteral("fp32"));
    m_fold = mgPrompts(m_demo, quick(What::Layers), monitor).locating();
}

void TestLocateJob::settingsComeBackFromEveryForm()
{
    LocateSettings asked = quick(What::Weights);
    asked.layers = QStringLiteral("3-5");
    asked.prompts = PromptKind::Gap;
    asked.goal = QStringLiteral("share");
    asked.norm = LensNorm::Without;
    asked.scorer = RowScorer::DifferenceNorm;
    asked.span = LossSpan::LastToken;
    asked.top = 3;
    asked.most = 0.25;
    QCOMPARE(parsed<LocateSettings>(toArguments(asked)), asked);
    QCOMPARE(fromJson<LocateSettings>(toJson(asked)), asked);
    QVERIFY(asked.command().startsWith(QLatin1String("counterweight locate weights ")));
    QCOMPARE((JobFile{locateJob, toJson(asked)}.command()), asked.command());
}

void TestLocateJob::foldsKeepPeopleApart()
{
    LocateSettings settings;
    settings.model = demoModel();
    SilentMonitor monitor;
    const MgPrompts all = mgPrompts(m_demo, settings, monitor);
    QCOMPARE(all.kind, PromptKind::Code);
    QCOMPARE(all.goal, QStringLiteral("share"));
    QSet<QString> heldOut;
    for (const GapFolds::Occupation &occupation : GapFolds::of(demoModel(), 1).occupations)
        if (occupation.isHeldOut)
            heldOut.insert(occupation.name);
    QVERIFY(!heldOut.isEmpty());
    QSet<QString> names;
    for (const MgPrompts::Fold *fold : {&all.train, &all.dev})
        for (const QString &name : fold->names) {
            QVERIFY2(!heldOut.contains(personOf(name)), qPrintable(name));
            names.insert(name);
        }
    QCOMPARE(names.size(), all.train.names.size() + all.dev.names.size());
    for (const QString &name : all.test.names)
        QVERIFY(!names.contains(name));
    // What is measured is what is kept apart here.
    const FbPrompts measured = FbPrompts::of(demoModel(), std::nullopt, DataFolder(), 1);
    QCOMPARE(all.test.names.size(), std::count_if(measured.prompts.begin(), measured.prompts.end(),
                                                  [](const FbPrompt &prompt) { return prompt.fold == FbFold::Test; }));
    QCOMPARE(m_fold.names.size(), 12); // six of each fold
    QCOMPARE(mgPrompts(m_demo, quick(What::Layers), monitor).locating().names, m_fold.names);
}

void TestLocateJob::promptsAimAtTheirGoal()
{
    LocateSettings settings = quick(What::Layers);
    settings.goal = QStringLiteral("parity");
    SilentMonitor monitor;
    const MgPrompts prompts = mgPrompts(m_demo, settings, monitor);
    QCOMPARE(prompts.train.names, mgPrompts(m_demo, quick(What::Layers), monitor).train.names);
    for (const TargetPrompt &prompt : prompts.train.prompts)
        QCOMPARE(prompt.shareA, 0.5);
    bool isElsewhere = false;
    for (const TargetPrompt &prompt : m_fold.prompts) {
        isElsewhere = isElsewhere || prompt.shareA != 0.5;
        QVERIFY(qAbs(prompt.shareA + prompt.shareB - 1) < 1e-6);
    }
    QVERIFY(isElsewhere);
}

void TestLocateJob::templatesServeWhereThereIsNoCode()
{
    QTemporaryDir dir;
    const QString copy = dir.filePath(QStringLiteral("model"));
    QVERIFY(copyFolder(demoModel(), copy));
    QVERIFY(QFile::remove(copy + QStringLiteral("/folds.json")));
    LocateSettings settings = quick(What::Layers);
    settings.model = copy;
    settings.limit = 0;
    SilentMonitor monitor;
    const LoadedModel model = loadModel(copy, QStringLiteral("cpu"), QStringLiteral("fp32"));
    const MgPrompts prompts = mgPrompts(model, settings, monitor);
    QCOMPARE(prompts.kind, PromptKind::Gap);
    QCOMPARE(prompts.goal, QStringLiteral("parity"));
    QVERIFY(prompts.train.names.size() > prompts.dev.names.size());
    QVERIFY(!prompts.dev.names.isEmpty());
    QVERIFY(prompts.train.names.first().contains(u' '));
    settings.prompts = PromptKind::Code;
    QVERIFY(thrown([&] { mgPrompts(model, settings, monitor); }).startsWith(QLatin1String("File")));
}

void TestLocateJob::layersGetTheVotesOfTheLens()
{
    const Located found = located(quick(What::Layers));
    SilentMonitor monitor;
    const LensVotes direct = lensVotes(*m_demo.model, m_fold.prompts, true, monitor);
    QCOMPARE(found.places.size(), direct.votes.size());
    qint64 votes = 0;
    for (std::size_t layer = 0; layer < direct.votes.size(); ++layer) {
        QCOMPARE(found.places[layer].votes, direct.votes[layer]);
        QCOMPARE(found.places[layer].mean, direct.means[layer]);
        votes += found.places[layer].votes;
    }
    QCOMPARE(votes, static_cast<qint64>(m_fold.names.size()));
    QCOMPARE(found.winners.size(), m_fold.prompts.size());
    for (std::size_t layer = 0; layer < direct.votes.size(); ++layer)
        QCOMPARE(std::count(found.winners.begin(), found.winners.end(), static_cast<int>(layer)), direct.votes[layer]);
    QCOMPARE(found.selection.layers, std::vector<std::string>{std::to_string(direct.layer)});
    QCOMPARE(locatedNames(found), std::set<std::string>{"layers." + std::to_string(direct.layer)});
}

void TestLocateJob::modulesComeInCoupledPairs()
{
    LocateSettings settings = quick(What::Modules);
    settings.layers = QStringLiteral("2");
    const Located found = located(settings);
    SilentMonitor monitor;
    const auto direct = zeroedModules(*m_demo.model, m_fold.prompts, 2, true, monitor);
    const CoupledModules both = coupledModules(direct);
    QCOMPARE(found.selection.modules, (std::vector<std::string>{both.first, both.second}));
    QCOMPARE(locatedNames(found), (std::set<std::string>{both.first, both.second}));
    QVERIFY(both.second.rfind(".out") != std::string::npos);
    QCOMPARE(found.places.size(), direct.size());
    for (std::size_t i = 0; i < direct.size(); ++i)
        QCOMPARE(found.places[i].mean, direct[i].mean);
    QVERIFY_THROWS_EXCEPTION(Error, coupledModules({}));
    QCOMPARE(coupledModules({{"layers.0.attn.q", 3, {}},
                             {"layers.0.attn.v", 2, {}},
                             {"layers.0.attn.out", 1, {}},
                             {"layers.0.mlp.in", 2.5, {}}})
                 .first,
             std::string("layers.0.attn.q"));
}

void TestLocateJob::rowsAreThoseOfTheEngine()
{
    for (const RowScorer scorer : {RowScorer::CosineHigh, RowScorer::CosineLow, RowScorer::DifferenceNorm}) {
        LocateSettings settings = quick(What::Rows);
        settings.modules = QStringList{QStringLiteral("layers.4.mlp.out")};
        settings.scorer = scorer;
        settings.top = 2;
        const Located found = located(settings);
        SilentMonitor monitor;
        const RowVotes direct =
            rowVotes(rowGradients(*m_demo.model, m_fold.prompts, "layers.4.mlp.out", LossSpan::WholeText, monitor),
                     {scorer, 2, 0.1, 1});
        const std::vector<Tick> ticks = ticksOf(found.selection, NeuronSide::Both, *m_demo.model);
        QCOMPARE(ticks.size(), std::size_t{1});
        QCOMPARE(ticks.front().parameter, direct.tick.parameter);
        QCOMPARE(ticks.front().places, direct.rows);
        QCOMPARE(found.share, direct.unionShare);
        QCOMPARE(found.places.front().votes, direct.table.front().votes);
        QCOMPARE(found.winners.size(), m_fold.prompts.size());
        for (std::size_t i = 0; i < found.winners.size(); ++i)
            QCOMPARE(found.places[static_cast<std::size_t>(found.winners[i])].name,
                     QStringLiteral("layers.4.mlp.out:%1").arg(direct.winners[i]));
    }
}

void TestLocateJob::weightsAreThoseOfTheEngine()
{
    LocateSettings settings = quick(What::Weights);
    settings.modules = QStringList{QStringLiteral("layers.4.mlp.out")};
    const Located found = located(settings);
    SilentMonitor monitor;
    const RowGradients gradients =
        rowGradients(*m_demo.model, m_fold.prompts, "layers.4.mlp.out", LossSpan::WholeText, monitor);
    const WeightVotes direct = weightVotes(gradients, rowVotes(gradients, {}).rows);
    const std::vector<Tick> ticks = ticksOf(found.selection, NeuronSide::Both, *m_demo.model);
    QCOMPARE(ticks.front().places, direct.tick.places);
    QCOMPARE(found.places.size(), direct.table.size());
    // Every prompt has one vote in the row with most votes.
    QVERIFY(std::none_of(found.winners.begin(), found.winners.end(), [](int winner) { return winner < 0; }));
}

void TestLocateJob::modulesCanBeNamed()
{
    LocateSettings settings = quick(What::Rows);
    settings.modules = QStringList{QStringLiteral("layers.1.attn.out"), QStringLiteral("layers.0.mlp.out")};
    settings.scorer = RowScorer::Random;
    const Located found = located(settings);
    QCOMPARE(found.selection.rows.size(), std::size_t{2});
    QVERIFY(std::all_of(found.winners.begin(), found.winners.end(), [](int winner) { return winner == -1; }));
    settings.seed = 1;
    QCOMPARE(located(settings).selection.rows, found.selection.rows);
    settings.modules = QStringList{QStringLiteral("layers.*.mlp.out"), QStringLiteral("layers.2.mlp.*")};
    QCOMPARE(located(settings).modules.size(), 7); // each once
    // Of the output head the rows of both answers are found, and nothing else.
    settings = quick(What::Rows);
    settings.modules = QStringList{QStringLiteral("head")};
    std::set<std::string> answers;
    for (const TargetPrompt &prompt : m_fold.prompts)
        for (const std::int64_t answer : {prompt.a, prompt.b})
            answers.insert("embed:" + std::to_string(answer));
    QCOMPARE(locatedNames(located(settings)), answers);
}

void TestLocateJob::aSelectionComesBackFromItsFile()
{
    QTemporaryDir dir;
    const TickWords words{{"0", "3-5"},
                          {"layers.2.mlp.out"},
                          {"layers.2.mlp.out:7,9-12", "layers.1.attn.q:0"},
                          {"layers.3:12,15"},
                          {"layers.2.mlp.out:7/31,8/2"}};
    const QString path = dir.filePath(QStringLiteral("selection.json"));
    writeSelection(path, words);
    const TickWords back = readSelection(path);
    const std::vector<Tick> asked = ticksOf(words, NeuronSide::Out, *m_demo.model);
    const std::vector<Tick> found = ticksOf(back, NeuronSide::Out, *m_demo.model);
    QCOMPARE(found.size(), asked.size());
    for (std::size_t i = 0; i < asked.size(); ++i) {
        QCOMPARE(found[i].parameter, asked[i].parameter);
        QCOMPARE(found[i].places, asked[i].places);
    }
    QCOMPARE(selectionJson({}), QJsonObject());
}

void TestLocateJob::wrongWordsMakeNoSelection()
{
    for (const char *word : {"layers.0.mlp.out:x", "layers.0.mlp.out:-1", "layers.0.mlp.out:1-2-3", "layers.0.mlp.out"})
        QVERIFY2(thrown([&] { selectionJson({{}, {}, {word}, {}, {}}); }).startsWith(QLatin1String("Input")), word);
}

void TestLocateJob::jsonHasWhatWasFound()
{
    const Located found = located(quick(What::Layers));
    const QJsonObject json = toJson(found);
    QCOMPARE(json[QLatin1String("what")].toString(), QStringLiteral("layers"));
    QCOMPARE(json[QLatin1String("places")].toArray().size(), 6);
    QCOMPARE(json[QLatin1String("winners")].toArray().size(), m_fold.names.size());
    QCOMPARE(json[QLatin1String("prompts")][QLatin1String("names")].toArray().size(), m_fold.names.size());
    QCOMPARE(json[QLatin1String("complete")], QJsonValue(true));
    QCOMPARE(fromJson<LocateSettings>(json[QLatin1String("settings")].toObject()), quick(What::Layers));
    QVERIFY(describe(found).contains(QLatin1String("layers.5")));
}

void TestLocateJob::badInputIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const QStringList &arguments, const char *kind) {
        QTest::newRow(name) << arguments << QString::fromLatin1(kind);
    };
    const QString limit = QStringLiteral("--limit");
    const QString four = QStringLiteral("4");
    row("no such layer",
        {QStringLiteral("modules"), demoModel(), limit, four, QStringLiteral("--layers"), QStringLiteral("9")},
        "Input");
    row("no such module",
        {QStringLiteral("rows"), demoModel(), limit, four, QStringLiteral("--modules"), QStringLiteral("norm")},
        "Input");
    row("layers of layers", {QStringLiteral("layers"), demoModel(), QStringLiteral("--layers"), four}, "Input");
    row("modules of modules",
        {QStringLiteral("modules"), demoModel(), QStringLiteral("--modules"), QStringLiteral("layers.0.mlp.out")},
        "Input");
    row("too many rows",
        {QStringLiteral("rows"), demoModel(), limit, four, QStringLiteral("--top"), QStringLiteral("1000")}, "Input");
    row("masked", {QStringLiteral("layers"), fixture(QStringLiteral("models/bert"))}, "Unsupported");
    row("no such goal file",
        {QStringLiteral("layers"), demoModel(), QStringLiteral("--goal"), QStringLiteral("/nowhere.csv")}, "Input");
    row("no ratings", {QStringLiteral("layers"), demoModel(), QStringLiteral("--goal"), QStringLiteral("f_score")},
        "File");
    row("no model", {QStringLiteral("layers"), QStringLiteral("/nowhere")}, "File");
    row("an empty name", {QStringLiteral("layers"), QString()}, "Input");
}

void TestLocateJob::badInputIsRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, kind);
    LocateJob job(parsed<LocateSettings>(arguments));
    SilentMonitor monitor;
    const Result<void> result = job.runHere(monitor);
    QVERIFY(!result);
    QCOMPARE(QString::fromLatin1(name(result.error().kind())), kind);
}

void TestLocateJob::canBeCancelled()
{
    LocateSettings settings = quick(What::Rows);
    settings.limit = 0;
    JobQueue queue;
    auto *job = queue.add(std::make_unique<LocateJob>(settings));
    QSignalSpy cancelled(job, &Job::cancelled);
    QSignalSpy progressed(job, &Job::progressed);
    bool isComplete = false;
    QObject::connect(job, &LocateJob::located, job, [&](const Located &found) { isComplete = found.isComplete; });
    QTRY_VERIFY_WITH_TIMEOUT(progressed.size() > 3, 60000);
    job->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.size(), 1, 10000);
    QVERIFY(!isComplete);
}

QTEST_GUILESS_MAIN(TestLocateJob)
#include "TestLocateJob.moc"
