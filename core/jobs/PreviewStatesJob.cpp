// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PreviewStatesJob.h"

#include "core/engine/Edit.h"
#include "core/engine/Monitor.h"

namespace cw {

PreviewStatesJob::PreviewStatesJob(const LoadedModel &base, const std::vector<ActiveEdit> &present,
                                   const PreviewSettings &settings, std::shared_ptr<PreviewBase> earlier)
    : Job(tr("Live preview: states"), Lane::Interactive), m_base(base), m_present(present), m_settings(settings),
      m_earlier(std::move(earlier))
{
    beSilent();
}

PreviewStatesJob::~PreviewStatesJob() = default;

void PreviewStatesJob::work(Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading the probe set"));
    if (m_earlier)
        m_earlier->dropGradients(); // here, as giving back so much takes a while
    const bool goesOn = m_earlier && m_earlier->isOf(m_base, m_settings);
    const auto base = goesOn ? std::make_shared<PreviewBase>(*m_earlier, m_present, monitor)
                             : std::make_shared<PreviewBase>(m_base, m_present, m_settings, monitor);
    m_earlier.reset();
    Q_EMIT made(base);
}

} // namespace cw
