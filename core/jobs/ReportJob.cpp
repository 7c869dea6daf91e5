// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/ReportJob.h"

#include "core/data/MeasureFile.h"
#include "core/engine/Monitor.h"

#include <QFileInfo>

namespace cw {

ReportJob::ReportJob(const QString &path, Content content)
    : Job(tr("Report %1").arg(QFileInfo(path).fileName()), Lane::Interactive), m_path(path),
      m_content(std::move(content))
{
}

void ReportJob::work(Monitor &monitor)
{
    checkReportFile(m_path);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Resampling"));
    MeasureReport report(m_content.against);
    for (const auto &run : m_content.runs)
        report.add(*run, summarise(*run));
    for (const MeasureNotRun &one : m_content.notRun)
        report.add(one);
    writeReport(m_path, report);
}

} // namespace cw
