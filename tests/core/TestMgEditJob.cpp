// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/MaskedTraining.h"
#include "core/analysis/TargetScores.h"
#include "core/data/SelectionFile.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/engine/ParameterRows.h"
#include "core/jobs/FinetuneJob.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/KeptTexts.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/MgEditJob.h"
#include "tests/support/ParsedSettings.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

const char *const module = "layers.5.mlp.out";

/// Few prompts and steps: enough to see a score fall, and quick.
template <class S> S quick()
{
    S settings;
    settings.model = demoModel();
    settings.limit = 12;
    settings.epochs = 2;
    settings.batch = 4;
    settings.tokens = 600;
    settings.texts = 2;
    settings.modules = QStringList{QString::fromLatin1(module)};
    return settings;
}

template <class J, class S> MadeEdit made(const S &settings, std::vector<LearningPoint> *learned = nullptr)
{
    J job(settings);
    MadeEdit result;
    QObject::connect(&job, &J::made, &job, [&result](const MadeEdit &edit) { result = edit; });
    QObject::connect(&job, &J::learned, &job, [learned](const LearningPoint &point) {
        if (learned)
            learned->push_back(point);
    });
    SilentMonitor monitor;
    valueOrThrow(job.runHere(monitor));
    return result;
}

double fact(const MadeEdit &edit, const char *key)
{
    return edit.facts[QLatin1String(key)].toDouble(-1);
}

at::Tensor weightOf(const MadeEdit &edit, bool isEdited, const std::string &name)
{
    const Model &model = isEdited ? *edit.model : *edit.base.model;
    const ParameterView view = parameterView(model, name);
    return rowsOf(model, view, allRows(view));
}

} // namespace

/// MG-Editing and fine-tuning as jobs.
class TestMgEditJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void settingsComeBackFromEveryForm();
    void scoresFallAtEveryLevel_data();
    void scoresFallAtEveryLevel();
    void whatIsNotSelectedKeepsItsBits();
    void theTrainingIsThatOfTheEngine();
    void aSelectionIsTrainedAsItIs();
    void theRecipeRepeatsIt();
    void placebosMoveTheChange();
    void fineTuningStaysInItsBound();
    void badInputIsRefused_data();
    void badInputIsRefused();
    void canBeCancelled();
};

void TestMgEditJob::settingsComeBackFromEveryForm()
{
    auto asked = quick<MgEditSettings>();
    asked.level = EditLevel::Weight;
    asked.loss = PromptLoss::L1;
    asked.goal = QStringLiteral("parity");
    asked.rate = 0.01;
    asked.recovery = 0.5;
    QCOMPARE(parsed<MgEditSettings>(toArguments(asked)), asked);
    QCOMPARE(fromJson<MgEditSettings>(toJson(asked)), asked);
    QVERIFY(asked.command().startsWith(QLatin1String("counterweight edit mg ")));
    QCOMPARE((JobFile{mgJob, toJson(asked)}.command()), asked.command());
    auto tuned = quick<FinetuneSettings>();
    tuned.bound = 5e-4;
    tuned.steps = 7;
    QCOMPARE(parsed<FinetuneSettings>(toArguments(tuned)), tuned);
    QCOMPARE(fromJson<FinetuneSettings>(toJson(tuned)), tuned);
    QCOMPARE((JobFile{finetuneJob, toJson(tuned)}.command()), tuned.command());
}

void TestMgEditJob::scoresFallAtEveryLevel_data()
{
    QTest::addColumn<int>("level");
    for (const EditLevel level :
         {EditLevel::Full, EditLevel::Layer, EditLevel::Module, EditLevel::Row, EditLevel::Weight})
        QTest::newRow(name(level)) << static_cast<int>(level);
}

void TestMgEditJob::scoresFallAtEveryLevel()
{
    QFETCH(int, level);
    auto settings = quick<MgEditSettings>();
    settings.level = static_cast<EditLevel>(level);
    settings.modules.clear();
    std::vector<LearningPoint> learned;
    const MadeEdit edit = made<MgEditJob>(settings, &learned);
    QVERIFY2(fact(edit, "trainFbAfter") < fact(edit, "trainFbBefore"),
             qPrintable(QStringLiteral("%1 -> %2").arg(fact(edit, "trainFbBefore")).arg(fact(edit, "trainFbAfter"))));
    QVERIFY(fact(edit, "devFbAfter") < fact(edit, "devFbBefore"));
    QVERIFY(fact(edit, "bestEpoch") >= 0);
    QCOMPARE(edit.facts[QLatin1String("level")].toString(), settings.levelName());
    QCOMPARE(learned.front().epoch, -1);
    QVERIFY(std::isfinite(learned.front().devFb) && std::isnan(learned.front().loss));
    QVERIFY(std::isfinite(learned[1].loss));
    // The scores are those of the models themselves.
    SilentMonitor monitor;
    const MgPrompts prompts = mgPrompts(edit.base, settings, monitor);
    QCOMPARE(fact(edit, "testFbAfter"), meanOf(targetScores(*edit.model, prompts.test.prompts, monitor)).fb);
    QCOMPARE(fact(edit, "testImbalanceBefore"),
             meanOf(targetScores(*edit.base.model, prompts.test.prompts, monitor)).imbalance);
}

void TestMgEditJob::whatIsNotSelectedKeepsItsBits()
{
    for (const EditLevel level : {EditLevel::Row, EditLevel::Weight}) {
        auto settings = quick<MgEditSettings>();
        settings.level = level;
        const MadeEdit edit = made<MgEditJob>(settings);
        QCOMPARE(edit.ledger.lines.size(), std::size_t{1});
        QCOMPARE(edit.ledger.lines.front().parameter, std::string(module));
        const TickWords words =
            ticksFromJson(edit.facts[QLatin1String("selection")].toObject(), QStringLiteral("facts"));
        const std::vector<Tick> ticks = ticksOf(words, NeuronSide::Both, *edit.base.model);
        const at::Tensor before = weightOf(edit, false, module);
        const at::Tensor after = weightOf(edit, true, module);
        const at::Tensor chosen = at::tensor(ticks.front().places, at::kLong);
        at::Tensor mask = at::zeros_like(before, at::kBool);
        if (level == EditLevel::Row)
            mask.index_fill_(0, chosen, 1);
        else
            mask.view(-1).index_fill_(0, chosen, 1);
        QVERIFY(at::equal(before.masked_select(mask.logical_not()), after.masked_select(mask.logical_not())));
        QVERIFY(!at::equal(before.masked_select(mask), after.masked_select(mask)));
    }
}

void TestMgEditJob::theTrainingIsThatOfTheEngine()
{
    auto settings = quick<FinetuneSettings>();
    settings.steps = 3;
    settings.recovery = 1;
    const MadeEdit edit = made<FinetuneJob>(settings);
    SilentMonitor monitor;
    const LoadedModel model = loadModel(demoModel(), QStringLiteral("cpu"), QStringLiteral("fp32"));
    const MgPrompts prompts = mgPrompts(model, settings, monitor);
    TrainingTexts texts{prompts.train.prompts, prompts.dev.prompts, {}, {}};
    std::size_t number = 0;
    for (const auto &text : keptTexts(model, {{}, {}, settings.tokens, settings.seed}, monitor)) {
        if (!text.reads.empty())
            (number % 4 == 3 ? texts.devRecovery : texts.recovery).push_back(text);
        ++number;
    }
    TrainingSettings training;
    training.rate = 5e-4;
    training.epochs = settings.epochs;
    training.batch = settings.batch;
    training.steps = 3;
    training.recoveryPerStep = 2;
    training.patience = 3;
    training.seed = 1;
    const TrainedEdit direct =
        trainMasked(*model.model, {{module, Tick::Part::All}, {std::string(module) + ".bias", Tick::Part::All}}, texts,
                    training, {}, monitor);
    QCOMPARE(edit.edit->deltas.size(), direct.edit.deltas.size());
    for (std::size_t i = 0; i < direct.edit.deltas.size(); ++i)
        QVERIFY(at::equal(edit.edit->deltas[i].values, direct.edit.deltas[i].values));
    QCOMPARE(fact(edit, "steps"), 3.0);
    QCOMPARE(edit.facts[QLatin1String("end")].toString(), QStringLiteral("steps"));
}

void TestMgEditJob::aSelectionIsTrainedAsItIs()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("selection.json"));
    writeSelection(path, {{}, {}, {"layers.4.mlp.out:3,7"}, {}, {}});
    auto settings = quick<MgEditSettings>();
    settings.modules.clear();
    settings.selection = path;
    const MadeEdit edit = made<MgEditJob>(settings);
    QCOMPARE(edit.ledger.lines.size(), std::size_t{1});
    QCOMPARE(edit.ledger.lines.front().parameter, std::string("layers.4.mlp.out"));
    QCOMPARE(edit.ledger.lines.front().rows, std::int64_t{2});
    QCOMPARE(fact(edit, "trainedWeights"), 2.0 * 512);
    // The recipe holds what the file said, and not where it lay.
    settings.selection = edit.recipe[QLatin1String("settings")][QLatin1String("selection")].toString();
    QVERIFY(settings.selection.startsWith(u'{'));
    QCOMPARE(made<MgEditJob>(settings).hash, edit.hash);
}

void TestMgEditJob::theRecipeRepeatsIt()
{
    const MadeEdit edit = made<MgEditJob>(quick<MgEditSettings>());
    QCOMPARE(edit.recipe[QLatin1String("job")].toString(), QString(mgJob));
    auto again = fromJson<MgEditSettings>(edit.recipe[QLatin1String("settings")].toObject());
    QCOMPARE(again.model, QStringLiteral("demo-model"));
    again.model = demoModel();
    QCOMPARE(made<MgEditJob>(again).hash, edit.hash);
}

void TestMgEditJob::placebosMoveTheChange()
{
    auto settings = quick<MgEditSettings>();
    settings.placebo = 4;
    const MadeEdit edit = made<MgEditJob>(settings);
    const QJsonObject band = edit.facts[QLatin1String("placebo")][0].toObject();
    QCOMPARE(band[QLatin1String("kind")].toString(), QStringLiteral("moved"));
    QVERIFY(qAbs(band[QLatin1String("before")].toDouble() - fact(edit, "testFbBefore")) < 1e-6);
    QVERIFY(qAbs(band[QLatin1String("edited")].toDouble() - fact(edit, "testFbAfter")) < 1e-6);
    const QJsonObject other = edit.facts[QLatin1String("placebo")][1].toObject();
    QCOMPARE(other[QLatin1String("score")].toString(), QStringLiteral("testImbalance"));
    QVERIFY(qAbs(other[QLatin1String("edited")].toDouble() - fact(edit, "testImbalanceAfter")) < 1e-6);
    const QJsonValue score = edit.facts[QLatin1String("score")];
    QCOMPARE(score[QLatin1String("before")], band[QLatin1String("before")]);
    const double change = score[QLatin1String("after")].toDouble() - score[QLatin1String("before")].toDouble();
    QVERIFY(score[QLatin1String("low")].toDouble() < change && change < score[QLatin1String("high")].toDouble());
    const QJsonArray draws = band[QLatin1String("draws")].toArray();
    QCOMPARE(draws.size(), 4);
    for (const QJsonValue &draw : draws)
        QVERIFY(draw[QLatin1String("value")] != band[QLatin1String("edited")]);
}

void TestMgEditJob::fineTuningStaysInItsBound()
{
    auto settings = quick<FinetuneSettings>();
    settings.steps = 4;
    settings.rate = 1e-2;
    settings.bound = 1e-3;
    const MadeEdit edit = made<FinetuneJob>(settings);
    QVERIFY(!edit.edit->deltas.empty());
    for (const Delta &delta : edit.edit->deltas)
        QVERIFY(delta.values.abs().max().item<double>() <= 1e-3 * 1.001);
    settings.bound = 0;
    const MadeEdit plain = made<FinetuneJob>(settings);
    double largest = 0;
    for (const Delta &delta : plain.edit->deltas)
        largest = std::max(largest, delta.values.abs().max().item<double>());
    QVERIFY(largest > 5e-3);
    settings.modules.clear();
    QCOMPARE(made<FinetuneJob>(settings).ledger.lines.front().parameter, std::string("layers.0.mlp.out"));
}

void TestMgEditJob::badInputIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const QStringList &arguments, const char *kind) {
        QTest::newRow(name) << arguments << QString::fromLatin1(kind);
    };
    const QString level = QStringLiteral("--level");
    const QString limit = QStringLiteral("--limit");
    const QString four = QStringLiteral("4");
    row("full and narrowed", {demoModel(), level, QStringLiteral("full"), QStringLiteral("--layers"), four}, "Input");
    row("layer and modules",
        {demoModel(), level, QStringLiteral("layer"), QStringLiteral("--modules"), QStringLiteral("layers.0.mlp.out")},
        "Input");
    row("a module cannot move",
        {demoModel(), level, QStringLiteral("module"), QStringLiteral("--placebo-kind"), QStringLiteral("moved")},
        "Input");
    row("no such layer",
        {demoModel(), limit, four, level, QStringLiteral("layer"), QStringLiteral("--layers"), QStringLiteral("9")},
        "Input");
    row("no such selection", {demoModel(), limit, four, QStringLiteral("--selection"), QStringLiteral("/nowhere.json")},
        "File");
    row("a broken selection", {demoModel(), limit, four, QStringLiteral("--selection"), QStringLiteral("{\"rows\":3}")},
        "Format");
    row("an empty selection", {demoModel(), limit, four, QStringLiteral("--selection"), QStringLiteral("{}")}, "Input");
    row("no such text", {demoModel(), limit, four, QStringLiteral("--text"), QStringLiteral("/nowhere.txt")}, "File");
    row("masked", {fixture(QStringLiteral("models/bert"))}, "Unsupported");
    row("no model", {QStringLiteral("/nowhere")}, "File");
}

void TestMgEditJob::badInputIsRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, kind);
    MgEditJob job(parsed<MgEditSettings>(arguments));
    SilentMonitor monitor;
    const Result<void> result = job.runHere(monitor);
    QVERIFY(!result);
    QCOMPARE(QString::fromLatin1(name(result.error().kind())), kind);
}

void TestMgEditJob::canBeCancelled()
{
    auto settings = quick<MgEditSettings>();
    settings.epochs = 1000;
    settings.patience = 1000;
    JobQueue queue;
    auto *job = queue.add(std::make_unique<MgEditJob>(settings));
    QSignalSpy cancelled(job, &Job::cancelled);
    QSignalSpy learned(job, &MgEditJob::learned);
    QSignalSpy made(job, &MgEditJob::made);
    QTRY_VERIFY_WITH_TIMEOUT(learned.size() > 1, 60000);
    job->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.size(), 1, 10000);
    QCOMPARE(made.size(), 0);
}

QTEST_GUILESS_MAIN(TestMgEditJob)
#include "TestMgEditJob.moc"
