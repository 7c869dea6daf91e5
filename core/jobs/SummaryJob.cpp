// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/SummaryJob.h"

#include "core/engine/Monitor.h"

#include <QCoreApplication>

namespace cw {
namespace {

QString titleOf(const MeasureProgress &progress)
{
    return SummaryJob::tr("Intervals of %1").arg(QCoreApplication::translate("Measure", progress.run.info().title));
}

} // namespace

SummaryJob::SummaryJob(std::shared_ptr<const MeasureProgress> before, std::shared_ptr<const MeasureProgress> after)
    : Job(titleOf(*before), Lane::Interactive), m_before(std::move(before)), m_after(std::move(after))
{
}

void SummaryJob::work(Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Resampling"));
    if (m_after)
        Q_EMIT compared(compare(*m_before, *m_after));
    else
        Q_EMIT summarised(summarise(*m_before));
}

} // namespace cw
