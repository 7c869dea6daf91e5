// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PreviewJob.h"

#include "core/engine/Edit.h"
#include "core/engine/Monitor.h"

#include <QElapsedTimer>

namespace cw {

PreviewJob::PreviewJob(std::shared_ptr<PreviewBase> base, const std::vector<ActiveEdit> &edits)
    : Job(tr("Live preview"), Lane::Interactive), m_base(std::move(base)), m_edits(edits)
{
    beSilent();
}

PreviewJob::~PreviewJob() = default;

void PreviewJob::work(Monitor &monitor)
{
    QElapsedTimer clock;
    clock.start();
    monitor.step(0, 1);
    if (m_base->learn(m_edits, monitor)) {
        PreviewScores scores = *m_base->estimate(m_edits);
        scores.milliseconds = static_cast<double>(clock.nsecsElapsed()) * 1e-6;
        Q_EMIT estimated(scores);
    }
    Q_EMIT exact(m_base->exact(m_edits, monitor));
}

} // namespace cw
