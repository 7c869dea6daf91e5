// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/SideEffectsJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Edit.h"
#include "core/engine/Monitor.h"
#include "core/jobs/Threads.h"
#include "core/measures/SideEffectScan.h"

namespace cw {

SideEffectsJob::SideEffectsJob(const QString &title, const LoadedModel &before, std::shared_ptr<const Edit> edit,
                               int threads)
    : Job(tr("Side effects of %1").arg(title)), m_before(before), m_edit(std::move(edit)), m_threads(threads)
{
}

void SideEffectsJob::work(Monitor &monitor)
{
    useThreads(m_threads);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading the sentences"));
    const QVector<ScanSet> sets = scanTexts(m_before.checkpoint->folder());
    const MeasureModel before(m_before.checkpoint, m_before.model);
    const MeasureModel after(m_before.checkpoint, edited(m_before.model, {{m_edit, 1}}, monitor));
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Looking for side effects"));
    Q_EMIT scanned(scanSideEffects(before, after, sets, monitor));
}

} // namespace cw
