// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/EditMover.h"
#include "core/engine/Edit.h"
#include "core/engine/Model.h"
#include "core/jobs/PreviewBase.h"
#include "core/jobs/PreviewJob.h"
#include "core/measures/Bootstrap.h"
#include "tests/support/Edits.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

/// So small that the estimate is the exact value but for rounding.
std::shared_ptr<const Edit> fewRows()
{
    at::Tensor values = at::zeros({2, 512});
    values[0].fill_(0.002);
    values[1].fill_(-0.001);
    return std::make_shared<const Edit>(Edit{{Delta::ofRows("layers.1.mlp.out", {3, 60}, values)}});
}

std::shared_ptr<const Edit> wholeParameter()
{
    return std::make_shared<const Edit>(Edit{{Delta::dense("layers.1.mlp.out", at::full({128, 512}, 1e-3))}});
}

} // namespace

/// Live scores beside those of the same change elsewhere.
class TestPreviewPlacebos : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theBandIsThatOfExactlyMovedEdits();
    void theBandFollowsTheStrength();
    void whatFillsAParameterHasNone();
    void drawsGoOnWhereTheyWereStopped();
    void theJobSaysTheScoreFirst();
    void knownScoresAreDrawnElsewhereAlone();

private:
    std::unique_ptr<PreviewBase> ready(const std::vector<ActiveEdit> &present = {}) const
    {
        PreviewSettings settings;
        settings.prompts = 12;
        settings.tokens = 60;
        SilentMonitor monitor;
        auto base = std::make_unique<PreviewBase>(opened(demoModel()), present, settings, monitor);
        base->prepareGradients(monitor);
        return base;
    }

    std::shared_ptr<PreviewBase> m_base;
    SilentMonitor m_monitor;
};

void TestPreviewPlacebos::init()
{
    m_base = ready();
}

void TestPreviewPlacebos::theBandIsThatOfExactlyMovedEdits()
{
    const std::vector<ActiveEdit> edits{{fewRows(), 1}};
    QCOMPARE(m_base->placebo(edits).draws, 0);
    QVERIFY(m_base->learn(edits, m_monitor));
    QVERIFY(m_base->learnPlacebos(edits, m_monitor));
    QVERIFY(!m_base->learnPlacebos(edits, m_monitor)); // it is known
    const PreviewScores::Placebo band = m_base->placebo(edits);
    QCOMPARE(band.draws, 19);
    std::vector<double> scores;
    const LoadedModel model = opened(demoModel());
    const EditMover mover(*model.model, *fewRows());
    for (std::uint32_t seed = 2; seed < 21; ++seed) {
        const auto moved = std::make_shared<const Edit>(mover.moved(seed));
        scores.push_back(m_base->exact({{moved, 1}}, m_monitor).score.value);
    }
    const Interval exact = Bootstrap::interval(scores, 0.9);
    const double width = exact.high - exact.low;
    QVERIFY(width > 0);
    QVERIFY2(
        std::abs(band.low - exact.low) < 0.1 * width && std::abs(band.high - exact.high) < 0.1 * width,
        qPrintable(QStringLiteral("%1 %2, exact %3 %4").arg(band.low).arg(band.high).arg(exact.low).arg(exact.high)));
    // Both forms of the score carry it.
    QCOMPARE(m_base->estimate(edits)->placebo.high, band.high);
    QCOMPARE(m_base->exact(edits, m_monitor).placebo.low, band.low);
}

void TestPreviewPlacebos::theBandFollowsTheStrength()
{
    const auto edit = fewRows();
    m_base->learn({{edit, 1}}, m_monitor);
    m_base->learnPlacebos({{edit, 1}}, m_monitor);
    const auto widthAt = [&](double strength) {
        const PreviewScores::Placebo band = m_base->placebo({{edit, strength}});
        return band.draws == 0 ? 0 : band.high - band.low;
    };
    QVERIFY(std::abs(widthAt(2) / widthAt(1) - 2) < 0.1);
    QCOMPARE(m_base->placebo({{edit, 0}}).draws, 0); // nothing changes
    QCOMPARE(m_base->placebo({}).draws, 0);
    // Of a model that has the edit already, what is new is the difference.
    const auto present = ready({{edit, 1}});
    QVERIFY(!present->learnPlacebos({{edit, 1}}, m_monitor));
    QVERIFY(present->learnPlacebos({{edit, 0.5}}, m_monitor));
    QCOMPARE(present->placebo({{edit, 0.5}}).draws, 19);
}

void TestPreviewPlacebos::whatFillsAParameterHasNone()
{
    const std::vector<ActiveEdit> edits{{wholeParameter(), 1}};
    m_base->learn(edits, m_monitor);
    QVERIFY(!m_base->learnPlacebos(edits, m_monitor));
    QCOMPARE(m_base->placebo(edits).draws, 0);
    // Together with what can be moved neither: half of a change is no placebo.
    const std::vector<ActiveEdit> both{{wholeParameter(), 1}, {fewRows(), 1}};
    m_base->learnPlacebos(both, m_monitor);
    QCOMPARE(m_base->placebo(both).draws, 0);
}

void TestPreviewPlacebos::drawsGoOnWhereTheyWereStopped()
{
    const std::vector<ActiveEdit> edits{{fewRows(), 1}};
    m_base->learn(edits, m_monitor);
    struct Stopping final : Monitor {
        void stage(const char *) override {}
        void step(std::int64_t done, std::int64_t total) override
        {
            first = std::min(first, total == 19 ? done : first);
            if (total == 19 && done == stop)
                throw Error(Error::Kind::Cancelled, "");
        }
        std::int64_t stop = -1;
        std::int64_t first = 100;
    } stopping;
    stopping.stop = 5;
    QVERIFY(thrown([&] { m_base->learnPlacebos(edits, stopping); }).startsWith(QLatin1String("Cancelled")));
    QCOMPARE(m_base->placebo(edits).draws, 0);
    Stopping watching;
    QVERIFY(m_base->learnPlacebos(edits, watching));
    QCOMPARE(watching.first, std::int64_t{5});
    QCOMPARE(m_base->placebo(edits).draws, 19);
}

void TestPreviewPlacebos::theJobSaysTheScoreFirst()
{
    const std::vector<ActiveEdit> edits{{fewRows(), 1}};
    const auto said = [&] {
        QStringList all;
        PreviewJob job(m_base, edits);
        connect(&job, &PreviewJob::estimated, &job, [&all] { all << QStringLiteral("estimated"); });
        connect(&job, &PreviewJob::exact, &job,
                [&all](const PreviewScores &scores) { all << QStringLiteral("exact %1").arg(scores.placebo.draws); });
        connect(&job, &PreviewJob::drawn, &job,
                [&all](const PreviewScores &scores) { all << QStringLiteral("drawn %1").arg(scores.placebo.draws); });
        valueOrThrow(job.runHere(m_monitor));
        return all.join(u' ');
    };
    QCOMPARE(said(), QStringLiteral("estimated exact 0 drawn 19"));
    QCOMPARE(said(), QStringLiteral("exact 19"));
}

/// Scores that were exact before there were gradients get theirs later, without being computed again.
void TestPreviewPlacebos::knownScoresAreDrawnElsewhereAlone()
{
    const std::vector<ActiveEdit> edits{{fewRows(), 1}};
    const PreviewScores known = m_base->exact(edits, m_monitor);
    QList<PreviewScores> all;
    PreviewJob job(m_base, edits, known);
    connect(&job, &PreviewJob::exact, &job, [&all] { all << PreviewScores(); });
    connect(&job, &PreviewJob::drawn, &job, [&all](const PreviewScores &scores) { all << scores; });
    valueOrThrow(job.runHere(m_monitor));
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0].placebo.draws, 19);
    QCOMPARE(all[0].score.value, known.score.value);
    QCOMPARE(all[0].milliseconds, known.milliseconds);
}

QTEST_GUILESS_MAIN(TestPreviewPlacebos)
#include "TestPreviewPlacebos.moc"
