// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DataSetsChecker.h"

#include "core/jobs/FileSumsJob.h"
#include "core/jobs/JobQueue.h"
#include "core/project/Settings.h"
#include "widgets/dialogs/DataSetsDialog.h"

namespace cw {

DataSetsChecker::DataSetsChecker(JobQueue &jobs, Settings &settings, QWidget &window)
    : QObject(&window), m_jobs(jobs), m_settings(settings), m_window(window)
{
}

void DataSetsChecker::showSets()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    const QString folder = m_settings.value(setting::dataFolder);
    m_dialog = new DataSetsDialog(folder, &m_window);
    connect(m_dialog, &DataSetsDialog::sumsAsked, this, &DataSetsChecker::sum);
    connect(m_dialog, &DataSetsDialog::folderChosen, this,
            [this](const QString &chosen) { m_settings.set(setting::dataFolder, chosen); });
    connect(m_dialog, &QObject::destroyed, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    m_dialog->setFolder(folder);
    m_dialog->show();
}

void DataSetsChecker::sum(const QStringList &paths)
{
    if (m_job)
        m_job->cancel();
    if (paths.isEmpty())
        return;
    auto job = std::make_unique<FileSumsJob>(paths);
    connect(job.get(), &FileSumsJob::summed, m_dialog, &DataSetsDialog::setSum);
    m_job = m_jobs.add(std::move(job));
}

} // namespace cw
