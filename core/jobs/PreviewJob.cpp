// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PreviewJob.h"

#include "core/engine/Edit.h"
#include "core/engine/Monitor.h"

#include <QElapsedTimer>

namespace cw {

PreviewJob::PreviewJob(std::shared_ptr<PreviewBase> base, const std::vector<ActiveEdit> &edits,
                       const std::optional<PreviewScores> &known)
    : Job(tr("Live preview"), Lane::Interactive), m_base(std::move(base)), m_edits(edits), m_known(known)
{
    beSilent();
}

PreviewJob::~PreviewJob() = default;

PreviewScores PreviewJob::score(Monitor &monitor)
{
    QElapsedTimer clock;
    clock.start();
    monitor.step(0, 1);
    if (m_base->learn(m_edits, monitor)) {
        PreviewScores scores = *m_base->estimate(m_edits);
        scores.milliseconds = static_cast<double>(clock.nsecsElapsed()) * 1e-6;
        Q_EMIT estimated(scores);
    }
    const PreviewScores scores = m_base->exact(m_edits, monitor);
    Q_EMIT exact(scores);
    return scores;
}

void PreviewJob::work(Monitor &monitor)
{
    if (m_known)
        m_base->learn(m_edits, monitor); // for the next strength
    PreviewScores scores = m_known ? *m_known : score(monitor);
    if (!m_base->learnPlacebos(m_edits, monitor))
        return;
    scores.placebo = m_base->placebo(m_edits);
    Q_EMIT drawn(scores);
}

} // namespace cw
