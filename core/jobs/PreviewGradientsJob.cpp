// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PreviewGradientsJob.h"

#include "core/engine/Monitor.h"

namespace cw {

PreviewGradientsJob::PreviewGradientsJob(std::shared_ptr<PreviewBase> base)
    : Job(tr("Live preview: estimates"), Lane::Interactive), m_base(std::move(base))
{
    beSilent();
}

void PreviewGradientsJob::work(Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Preparing estimates"));
    m_base->prepareGradients(monitor);
}

} // namespace cw
