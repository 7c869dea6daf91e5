// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/DraftJob.h"

#include "core/engine/Edit.h"
#include "core/engine/Monitor.h"
#include "core/jobs/EditOfTicks.h"
#include "core/jobs/Threads.h"

namespace cw {

DraftJob::DraftJob(const EditSettings &settings, const LoadedModel &model)
    : Job(tr("Draft of an edit"), Lane::Interactive), m_settings(settings), m_model(model)
{
    beSilent();
}

void DraftJob::work(Monitor &monitor)
{
    m_settings.check();
    useThreads(m_settings.threads);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Making the edit"));
    Q_EMIT drafted(editOfTicks(tickOrder(m_settings, m_model), m_model, monitor));
}

} // namespace cw
