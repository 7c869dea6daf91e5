// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Fetcher.h"

#include "core/jobs/GetModelJob.h"
#include "core/jobs/JobQueue.h"
#include "core/project/Settings.h"
#include "widgets/dialogs/GetModelDialog.h"

#include <QDir>

namespace cw {
namespace {

/// What the environment says goes before what a person has set up, as on the command line.
QString hubOf(const Settings &settings)
{
    const QString own = settings.value(setting::hubAddress);
    return own.isEmpty() || qEnvironmentVariableIsSet("HF_ENDPOINT") ? usualHub() : own;
}

QString folderOf(const Settings &settings)
{
    const QString own = settings.value(setting::modelFolder);
    return own.isEmpty() ? QDir::home().filePath(QStringLiteral("models")) : own;
}

} // namespace

Fetcher::Fetcher(JobQueue &jobs, Settings &settings, QWidget &window)
    : QObject(&window), m_jobs(jobs), m_settings(settings), m_window(window)
{
}

void Fetcher::ask()
{
    if (!m_dialog)
        buildDialog();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void Fetcher::buildDialog()
{
    m_dialog = new GetModelDialog(hubOf(m_settings), folderOf(m_settings), &m_window);
    connect(m_dialog, &GetModelDialog::getAsked, this, &Fetcher::start);
    connect(m_dialog, &GetModelDialog::stopAsked, this, &Fetcher::stop);
    connect(m_dialog, &GetModelDialog::openAsked, this, &Fetcher::openAsked);
}

void Fetcher::start(const GetSettings &settings)
{
    m_settings.set(setting::modelFolder, m_dialog->parentFolder());
    m_settings.set(setting::hubAddress, settings.hub == usualHub() ? QString() : settings.hub);
    auto job = std::make_unique<GetModelJob>(settings);
    connect(job.get(), &Job::progressed, m_dialog, &GetModelDialog::showStatus);
    connect(job.get(), &GetModelJob::got, this, qOverload<const GotModel &>(&Fetcher::end));
    connect(job.get(), &Job::cancelled, m_dialog, &GetModelDialog::showStopped);
    connect(job.get(), &Job::failed, this, qOverload<const Error &>(&Fetcher::end));
    m_job = m_jobs.add(std::move(job));
}

void Fetcher::stop()
{
    if (m_job)
        m_job->cancel();
}

void Fetcher::end(const GotModel &model)
{
    m_dialog->showGot(model);
    if (m_dialog->isHidden())
        Q_EMIT fetched(tr("%1 is downloaded and verified: open it from %2.").arg(model.repository, model.folder));
}

void Fetcher::end(const Error &error)
{
    m_dialog->showFailed(describe(error));
    if (m_dialog->isHidden())
        Q_EMIT failed(error);
}

} // namespace cw
