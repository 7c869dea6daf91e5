// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PreviewBase.h"

#include "core/analysis/EditMover.h"
#include "core/analysis/ProbeGradients.h"
#include "core/analysis/ProbeStates.h"
#include "core/data/Bytes.h"
#include "core/engine/Edit.h"
#include "core/engine/FreeMemory.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/jobs/PreviewScorer.h"
#include "core/jobs/PreviewSlopes.h"

#include <QElapsedTimer>
#include <algorithm>
#include <atomic>

namespace cw {
namespace {

constexpr int placeboDraws = 19; ///< with fewer no rank reaches 5 %

/// By how much each edit is stronger than it is now.
EditStrengths differences(const ActiveEdits &present, const ActiveEdits &edits)
{
    EditStrengths all;
    for (const ActiveEdit &active : edits)
        all[active.edit] += active.strength;
    for (const ActiveEdit &active : present)
        all[active.edit] -= active.strength;
    return all;
}

double milliseconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
}

std::string text(std::int64_t bytes)
{
    return formatBytes(static_cast<double>(bytes)).toStdString();
}

} // namespace

struct PreviewBase::Inside {
    LoadedModel base;
    std::shared_ptr<const ProbeSet> set;
    std::shared_ptr<const PreviewScorer> scorer;
    PreviewScores baseScores;
    PreviewScores presentScores;
    EditedModel present;
    std::unique_ptr<const ProbeStates> states;
    std::vector<double> logs; ///< of the present model's queries
    std::unique_ptr<ProbeGradients> gradients;
    std::atomic_bool areReady = false;
    PreviewSlopes slopes;

    /// Reads the present model, starting from the states of another.
    void read(const ProbeStates &from, const QElapsedTimer &clock, Monitor &monitor)
    {
        const int lowest = lowestChange(*from.model(), *present.model);
        states = std::make_unique<const ProbeStates>(from, present.model, monitor);
        logs = logsOf(states->readings());
        presentScores = scorer->exact(logs);
        presentScores.lowestLayer = lowest;
        presentScores.milliseconds = milliseconds(clock);
    }
};

PreviewBase::PreviewBase(const LoadedModel &base, const std::vector<ActiveEdit> &present,
                         const PreviewSettings &settings, Monitor &monitor)
    : m_inside(std::make_unique<Inside>())
{
    m_inside->base = base;
    m_inside->set = std::make_shared<const ProbeSet>(cw::probeSet(base, settings, monitor));
    QElapsedTimer clock;
    clock.start();
    const ProbeStates states(base.model, m_inside->set->queries, monitor);
    const std::vector<double> logs = logsOf(states.readings());
    m_inside->scorer = std::make_shared<const PreviewScorer>(*m_inside->set, logs);
    m_inside->baseScores = m_inside->scorer->exact(logs);
    m_inside->baseScores.milliseconds = milliseconds(clock);
    m_inside->baseScores.lowestLayer = -1;
    clock.start();
    m_inside->present = {edited(base.model, present, monitor), present};
    m_inside->read(states, clock, monitor);
}

PreviewBase::PreviewBase(const PreviewBase &earlier, const std::vector<ActiveEdit> &present, Monitor &monitor)
    : m_inside(std::make_unique<Inside>())
{
    m_inside->base = earlier.m_inside->base;
    m_inside->set = earlier.m_inside->set;
    m_inside->scorer = earlier.m_inside->scorer;
    m_inside->baseScores = earlier.m_inside->baseScores;
    QElapsedTimer clock;
    clock.start();
    m_inside->present = {editedAnew(m_inside->base.model, earlier.m_inside->present, present, monitor), present};
    m_inside->read(*earlier.m_inside->states, clock, monitor);
}

PreviewBase::~PreviewBase() = default;

bool PreviewBase::isOf(const LoadedModel &base, const PreviewSettings &settings) const
{
    return m_inside->base.model == base.model && m_inside->base.checkpoint == base.checkpoint &&
           m_inside->set->settings == settings;
}

const ProbeSet &PreviewBase::probeSet() const
{
    return *m_inside->set;
}

const PreviewScores &PreviewBase::baseScores() const
{
    return m_inside->baseScores;
}

const PreviewScores &PreviewBase::presentScores() const
{
    return m_inside->presentScores;
}

PreviewScores PreviewBase::exact(const std::vector<ActiveEdit> &edits, Monitor &monitor) const
{
    QElapsedTimer clock;
    clock.start();
    const auto model = editedAnew(m_inside->base.model, m_inside->present, edits, monitor);
    PreviewScores scores = m_inside->scorer->exact(logsOf(m_inside->states->read(*model, monitor)));
    const int lowest = lowestChange(*m_inside->present.model, *model);
    scores.lowestLayer = lowest < model->spec().layers ? lowest : 0; // nothing, or what stands behind the layers
    scores.milliseconds = milliseconds(clock);
    scores.placebo = placebo(edits);
    return scores;
}

void PreviewBase::prepareGradients(Monitor &monitor)
{
    if (!m_inside->gradients) {
        auto gradients = std::make_unique<ProbeGradients>(m_inside->present.model, m_inside->set->queries);
        const std::int64_t free = freeMemoryOf(m_inside->present.model->placement().device);
        if (gradients->forecast() > free / 2)
            throw Error(Error::Kind::Memory,
                        QT_TRANSLATE_NOOP("Error", "Live estimates need %1 of memory, but only %2 are free: exact "
                                                   "values are shown alone. A smaller probe set would fit."),
                        {text(gradients->forecast()), text(free)});
        m_inside->gradients = std::move(gradients);
    }
    m_inside->gradients->prepare(monitor);
    m_inside->areReady = true;
}

bool PreviewBase::hasGradients() const
{
    return m_inside->areReady;
}

void PreviewBase::dropGradients()
{
    m_inside->areReady = false;
    m_inside->gradients.reset();
    m_inside->slopes.keepOnly({});
}

bool PreviewBase::learn(const std::vector<ActiveEdit> &edits, Monitor &monitor)
{
    if (!hasGradients())
        return false;
    bool hasLearnt = false;
    const EditStrengths strengths = differences(m_inside->present.edits, edits);
    m_inside->slopes.keepOnly(strengths);
    for (const auto &[edit, difference] : strengths) {
        if (difference == 0 || m_inside->slopes.knows(edit))
            continue;
        m_inside->slopes.learn(edit, m_inside->gradients->slopes(*edit, monitor));
        hasLearnt = true;
    }
    return hasLearnt;
}

bool PreviewBase::learnPlacebos(const std::vector<ActiveEdit> &edits, Monitor &monitor)
{
    if (!hasGradients())
        return false;
    bool hasLearnt = false;
    for (const auto &[edit, difference] : differences(m_inside->present.edits, edits)) {
        int draw = m_inside->slopes.draws(edit);
        const Model &model = *m_inside->present.model;
        if (difference == 0 || draw == placeboDraws || !EditMover::canMove(model, *edit))
            continue;
        for (const EditMover mover(model, *edit); draw < placeboDraws; ++draw) {
            monitor.step(draw, placeboDraws);
            const auto seed = m_inside->set->settings.seed + static_cast<std::uint32_t>(draw) + 1;
            m_inside->slopes.learnDraw(edit, m_inside->gradients->slopes(mover.moved(seed), monitor).scores);
        }
        hasLearnt = true;
    }
    return hasLearnt;
}

PreviewScores::Placebo PreviewBase::placebo(const std::vector<ActiveEdit> &edits) const
{
    const EditStrengths strengths = differences(m_inside->present.edits, edits);
    if (std::all_of(strengths.begin(), strengths.end(), [](const auto &each) { return each.second == 0; }))
        return {};
    std::vector<double> scores;
    for (int draw = 0; draw < placeboDraws; ++draw) {
        const auto change = m_inside->slopes.drawnChange(strengths, draw, m_inside->logs.size());
        if (!change)
            return {};
        scores.push_back(m_inside->scorer->score(m_inside->logs, *change));
    }
    const Interval band = Bootstrap::interval(scores, 0.9);
    return {placeboDraws, band.low, band.high};
}

std::optional<PreviewScores> PreviewBase::estimate(const std::vector<ActiveEdit> &edits) const
{
    if (!hasGradients())
        return std::nullopt;
    QElapsedTimer clock;
    clock.start();
    const auto change = m_inside->slopes.change(differences(m_inside->present.edits, edits), m_inside->logs.size());
    if (!change)
        return std::nullopt;
    PreviewScores scores = m_inside->scorer->estimate(m_inside->logs, change->scores);
    for (const std::string &parameter : change->without)
        scores.without << QString::fromStdString(parameter);
    scores.without.removeDuplicates();
    scores.placebo = placebo(edits);
    scores.milliseconds = milliseconds(clock);
    return scores;
}

} // namespace cw
