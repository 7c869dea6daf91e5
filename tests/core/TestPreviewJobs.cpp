// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Edit.h"
#include "core/engine/ReadTexts.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/PreviewGradientsJob.h"
#include "core/jobs/PreviewJob.h"
#include "core/jobs/PreviewScorer.h"
#include "core/jobs/PreviewStatesJob.h"
#include "core/measures/Asker.h"
#include "tests/support/Edits.h"
#include "tests/support/MeasureJobs.h"
#include "tests/support/MeasuredCheckpoint.h"
#include "tests/support/ParsedSettings.h"
#include "tests/support/StoppingMonitor.h"

#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

/// Few prompts and tokens: enough to see, and quick.
PreviewSettings few()
{
    PreviewSettings settings;
    settings.prompts = 12;
    settings.tokens = 60;
    return settings;
}

/// The gap measure's column of the same prompts.
const std::vector<float> &column(const MeasureProgress &progress, const char *key)
{
    const auto &columns = progress.run.info().columns;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (QLatin1String(columns[i].key) == QLatin1String(key))
            return progress.columns[i];
    throw Error(Error::Kind::Internal, "no column");
}

/// What the text's queries say together, as a perplexity.
double perplexity(const Model &model, const ProbeSet &set)
{
    SilentMonitor monitor;
    const std::vector<Query> text(set.queries.begin() + static_cast<std::ptrdiff_t>(2 * set.prompts.size()),
                                  set.queries.end());
    double sum = 0;
    for (const Readings &readings : readTexts(model, text, {}, monitor))
        sum -= logProbabilityOf(readings);
    return std::exp(sum / set.scored);
}

double largest(const std::vector<float> &a, const std::vector<float> &b)
{
    double most = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        most = std::max(most, std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])));
    return most;
}

} // namespace

class TestPreviewJobs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void settingsComeBackFromEveryForm();
    void badSettingsAreRefused_data();
    void badSettingsAreRefused();
    void theProbeSetIsTheGapMeasures();
    void theGoalIsWhatTheScoreIsJudgedAgainst();
    void aMaskedModelIsAskedAtItsMask();
    void exactIsWhatTheMeasureSaysOfTheEditedModel();
    void otherEditsGoOnFromTheStatesThatAreThere();
    void theEstimateIsTheSlopeOfTheExactValue();
    void anEstimateStaysAProbability();
    void anUnknownEditHasNoEstimate();
    void everyJobCanBeStopped();
    void stoppedGradientsGoOn();

private:
    LoadedModel m_model;
    MadeEdit m_edit;
};

void TestPreviewJobs::initTestCase()
{
    m_model = opened(demoModel());
    m_edit = editOf(m_model);
}

void TestPreviewJobs::settingsComeBackFromEveryForm()
{
    PreviewSettings asked = few();
    asked.targets = QStringList{QStringLiteral(" him"), QStringLiteral(" her")};
    asked.goal = QStringLiteral("share");
    asked.seed = 7;
    QCOMPARE(parsed<PreviewSettings>(toArguments(asked)), asked);
    QCOMPARE(fromJson<PreviewSettings>(toJson(asked)), asked);
    QVERIFY(!(asked == few()));
    QCOMPARE(asked.goalAsked().kind, Goal::Kind::Share);
    QCOMPARE(few().goalAsked().kind, Goal::Kind::Parity);
}

void TestPreviewJobs::badSettingsAreRefused_data()
{
    QTest::addColumn<QJsonObject>("settings");
    QTest::newRow("one target") << QJsonObject{{QStringLiteral("targets"), QJsonArray{QStringLiteral(" he")}}};
    QTest::newRow("the same targets") << QJsonObject{
        {QStringLiteral("targets"), QJsonArray{QStringLiteral(" he"), QStringLiteral(" he")}}};
    QTest::newRow("no file") << QJsonObject{{QStringLiteral("text"), QStringLiteral("/no/such/file")}};
    QTest::newRow("no goal") << QJsonObject{{QStringLiteral("goal"), QStringLiteral("/no/such/file")}};
    QTest::newRow("no prompt") << QJsonObject{{QStringLiteral("prompts"), 0}};
    QTest::newRow("unknown") << QJsonObject{{QStringLiteral("prompt"), 3}};
}

void TestPreviewJobs::badSettingsAreRefused()
{
    QFETCH(QJsonObject, settings);
    SilentMonitor monitor;
    QVERIFY_THROWS_EXCEPTION(Error, probeSet(m_model, fromJson<PreviewSettings>(settings), monitor));
}

void TestPreviewJobs::theProbeSetIsTheGapMeasures()
{
    SilentMonitor monitor;
    const MeasureProgress measure = measured(test::settings(gap, 64));
    const PreviewBase base(m_model, {}, {}, monitor);
    const ProbeSet &set = base.probeSet();
    QCOMPARE(set.prompts.size(), std::size_t{64});
    for (std::size_t i = 0; i < set.prompts.size(); ++i) {
        QCOMPARE(set.prompts[i].text, measure.run.items[i].text);
        QCOMPARE(set.prompts[i].group, measure.run.items[i].group);
        QVERIFY(set.prompts[i].frame.contains(QStringLiteral("{}")));
    }
    const PreviewScores &scores = base.baseScores();
    QVERIFY(scores.isExact);
    QVERIFY(largest(scores.a, column(measure, "p_he")) < 1e-5);
    QVERIFY(largest(scores.b, column(measure, "p_she")) < 1e-5);
    const MeasuredNumber number = summarise(measure, Bootstrap::usual).numbers.front();
    QVERIFY(std::abs(scores.score.value - number.value) < 1e-5);
    QVERIFY(std::abs(scores.score.low - number.interval.low) < 1e-5);
    QVERIFY(std::abs(scores.score.high - number.interval.high) < 1e-5);
    QVERIFY(scores.score.low < scores.score.value && scores.score.value < scores.score.high);
    QCOMPARE(scores.change.value, 0.0);
    QVERIFY(std::abs(scores.perplexity - perplexity(*m_model.model, set)) < 1e-4 * scores.perplexity);
    QVERIFY(scores.perplexity > 1 && scores.perplexity < 100);
    int tokens = 0;
    for (std::size_t i = 128; i < set.queries.size(); ++i)
        tokens += static_cast<int>(set.queries[i].ids.size());
    QVERIFY(tokens <= 500 && tokens > 480);
    QCOMPARE(base.presentScores().a, scores.a);
}

void TestPreviewJobs::theGoalIsWhatTheScoreIsJudgedAgainst()
{
    SilentMonitor monitor;
    MeasureSettings measure = test::settings(gap, 12);
    measure.goal = QStringLiteral("share");
    PreviewSettings settings = few();
    settings.goal = QStringLiteral("share");
    const PreviewBase base(m_model, {}, settings, monitor);
    QVERIFY(std::abs(base.baseScores().score.value - numberOf(measured(measure), "distance")) < 1e-5);
}

void TestPreviewJobs::aMaskedModelIsAskedAtItsMask()
{
    SilentMonitor monitor;
    const LoadedModel bert = opened(fixture(QStringLiteral("models/bert")));
    const PreviewBase base(bert, {}, few(), monitor);
    const std::int64_t mask = *bert.checkpoint->tokenizer()->maskId();
    const ProbeSet &set = base.probeSet();
    for (std::size_t i = 0; i < set.queries.size(); ++i)
        for (const Query::Read &read : set.queries[i].reads)
            QCOMPARE(set.queries[i].ids[static_cast<std::size_t>(read.row)], mask);
    MeasureSettings measure = test::settings(gap, 12);
    measure.models = QStringList{fixture(QStringLiteral("models/bert"))};
    QVERIFY(std::abs(base.baseScores().score.value - numberOf(measured(measure), "abs_gap")) < 1e-5);
    QVERIFY(set.scored > 0 && base.baseScores().perplexity > 1);
}

void TestPreviewJobs::exactIsWhatTheMeasureSaysOfTheEditedModel()
{
    SilentMonitor monitor;
    const PreviewBase base(m_model, {}, few(), monitor);
    const ActiveEdits edits{{m_edit.edit, 1}};
    const PreviewScores scores = base.exact(edits, monitor);
    MeasureJob job(test::settings(gap, 12), {m_model.checkpoint, m_edit.model});
    const Collected collected(job);
    valueOrThrow(job.runHere(monitor));
    QVERIFY(scores.isExact);
    QVERIFY(largest(scores.a, column(collected.progress, "p_he")) < 1e-5);
    QVERIFY(largest(scores.b, column(collected.progress, "p_she")) < 1e-5);
    QVERIFY(largest(scores.a, base.baseScores().a) > 1e-4);
    QVERIFY(std::abs(scores.score.value - numberOf(collected.progress, "abs_gap")) < 1e-5);
    QVERIFY(std::abs(scores.change.value - (scores.score.value - base.baseScores().score.value)) < 1e-5);
    QVERIFY(scores.change.low <= scores.change.value && scores.change.value <= scores.change.high);
    QVERIFY(std::abs(scores.perplexity - perplexity(*m_edit.model, base.probeSet())) < 1e-4 * scores.perplexity);
    QCOMPARE(scores.lowestLayer, -1); // it reaches the embedding
}

void TestPreviewJobs::otherEditsGoOnFromTheStatesThatAreThere()
{
    SilentMonitor monitor;
    const PreviewBase base(m_model, {}, few(), monitor);
    const auto upper = partOf(*m_edit.edit, "layers.1.mlp.out");
    QCOMPARE(base.exact({{upper, 1}}, monitor).lowestLayer, 1);
    const ActiveEdits present{{upper, 0.5}};
    const PreviewBase next(base, present, monitor);
    QCOMPARE(next.presentScores().lowestLayer, 1);
    QVERIFY(next.isOf(m_model, few()) && !next.isOf(m_model, {}));
    const PreviewBase anew(m_model, present, few(), monitor);
    QVERIFY(largest(next.presentScores().a, anew.presentScores().a) < 1e-5);
    QVERIFY(largest(next.presentScores().a, base.presentScores().a) > 1e-5);
    QCOMPARE(next.baseScores().a, base.baseScores().a);
    const ActiveEdits both{{m_edit.edit, 1}, {upper, 0.5}};
    QVERIFY(largest(next.exact(both, monitor).a, base.exact(both, monitor).a) < 1e-5);
    QCOMPARE(next.exact({{upper, 0.75}}, monitor).lowestLayer, 1);
    QCOMPARE(next.exact({}, monitor).a, base.baseScores().a);
}

void TestPreviewJobs::theEstimateIsTheSlopeOfTheExactValue()
{
    SilentMonitor monitor;
    const ActiveEdits present{{m_edit.edit, 0.25}};
    PreviewBase base(m_model, present, few(), monitor);
    QVERIFY(!base.estimate({{m_edit.edit, 0.75}}));
    base.prepareGradients(monitor);
    QVERIFY(base.hasGradients());
    const auto other = partOf(*m_edit.edit, "layers.0.attn.q");
    const ActiveEdits edits{{m_edit.edit, 0.75}, {other, 0.5}};
    QVERIFY(base.learn(edits, monitor));
    QVERIFY(!base.learn(edits, monitor));
    const PreviewScores estimate = *base.estimate(edits);
    const PreviewScores exact = base.exact(edits, monitor);
    const PreviewScores &now = base.presentScores();
    QVERIFY(!estimate.isExact && estimate.without.isEmpty());
    const double moved = largest(exact.a, now.a);
    QVERIFY2(moved > 1e-4, qPrintable(QString::number(moved)));
    QVERIFY(largest(estimate.a, exact.a) < 0.1 * moved);
    QVERIFY(largest(estimate.b, exact.b) < 0.1 * largest(exact.b, now.b) + 1e-6);
    QVERIFY(std::abs(estimate.perplexity - exact.perplexity) < 0.1 * std::abs(exact.perplexity - now.perplexity));
    // Where nothing has changed there is nothing to learn, and it is exact.
    QVERIFY(largest(base.estimate(present)->a, now.a) < 1e-5);
}

void TestPreviewJobs::anEstimateStaysAProbability()
{
    SilentMonitor monitor;
    const ProbeSet set = probeSet(m_model, few(), monitor);
    const std::vector<double> logs(set.queries.size(), std::log(0.25));
    const PreviewScorer scorer(set, logs);
    const auto first = [&](double change) {
        return static_cast<double>(scorer.estimate(logs, std::vector<double>(logs.size(), change)).a.front());
    };
    QVERIFY(std::abs(first(0) - 0.25) < 1e-5);
    QVERIFY(std::abs(first(1e-3) - 0.25 * (1 + 1e-3)) < 1e-5);
    QVERIFY(first(50) <= 1 && first(50) > 0.999);
    QVERIFY(first(-50) >= 0 && first(-50) < 0.001);
}

void TestPreviewJobs::anUnknownEditHasNoEstimate()
{
    SilentMonitor monitor;
    PreviewBase base(m_model, {}, few(), monitor);
    QVERIFY(!base.learn({{m_edit.edit, 1}}, monitor)); // no gradients yet
    base.prepareGradients(monitor);
    QVERIFY(!base.estimate({{m_edit.edit, 1}}));
    QVERIFY(base.estimate({{m_edit.edit, 0}}));
    QVERIFY(base.learn({{m_edit.edit, 1}}, monitor) && base.estimate({{m_edit.edit, 1}}));
    const std::weak_ptr<const Edit> other = [&] {
        const auto part = partOf(*m_edit.edit, "embed");
        base.learn({{part, 1}}, monitor);
        return std::weak_ptr<const Edit>(part);
    }();
    QVERIFY(!other.expired());
    QVERIFY(base.learn({{m_edit.edit, 1}}, monitor)); // it was forgotten for the other, which is now
    QVERIFY(other.expired());
    base.dropGradients();
    QVERIFY(!base.hasGradients() && !base.estimate({{m_edit.edit, 0}}));
}

void TestPreviewJobs::everyJobCanBeStopped()
{
    const MeasuredCheckpoint slow;
    const LoadedModel model = opened(slow.folder());
    SilentMonitor silent;
    const auto isStopped = [](Job &job) {
        StoppingMonitor monitor(2);
        const Result<void> result = job.runHere(monitor);
        return !result && result.error().kind() == Error::Kind::Cancelled;
    };
    PreviewStatesJob states(model, {}, few());
    QVERIFY(isStopped(states));
    const auto base = std::make_shared<PreviewBase>(model, ActiveEdits(), few(), silent);
    PreviewGradientsJob gradients(base);
    QVERIFY(isStopped(gradients));
    QVERIFY(!base->hasGradients());
    PreviewJob scores(base, {{editOf(model).edit, 1}});
    bool isExact = false;
    connect(&scores, &PreviewJob::exact, &scores, [&isExact] { isExact = true; });
    QVERIFY(isStopped(scores));
    QVERIFY(!isExact);
    for (const Job *job : {static_cast<Job *>(&states), static_cast<Job *>(&gradients), static_cast<Job *>(&scores)})
        QCOMPARE(job->lane(), Job::Lane::Interactive);
}

void TestPreviewJobs::stoppedGradientsGoOn()
{
    SilentMonitor monitor;
    const auto base = std::make_shared<PreviewBase>(m_model, ActiveEdits(), PreviewSettings(), monitor);
    int runs = 0;
    for (; !base->hasGradients() && runs < 100; ++runs) {
        StoppingMonitor stopping(30);
        PreviewGradientsJob job(base);
        (void)job.runHere(stopping);
    }
    QVERIFY(runs > 1 && base->hasGradients());
    PreviewBase straight(m_model, {}, {}, monitor);
    straight.prepareGradients(monitor);
    const ActiveEdits edits{{m_edit.edit, 1}};
    base->learn(edits, monitor);
    straight.learn(edits, monitor);
    QCOMPARE(base->estimate(edits)->a, straight.estimate(edits)->a);
}

QTEST_GUILESS_MAIN(TestPreviewJobs)
#include "TestPreviewJobs.moc"
