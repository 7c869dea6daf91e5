// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Opener.h"

#include "core/data/Resources.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/ModelFacts.h"
#include "core/project/Project.h"
#include "core/project/Selection.h"
#include "core/project/Settings.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace cw {

namespace {

QString projectFilter()
{
    return Opener::tr("Counterweight projects (*.cwp)");
}

/// A dialog that deletes itself; the caller connects and opens it.
QFileDialog *fileDialog(QWidget &window, const QString &title, const QString &folder, QFileDialog::FileMode mode)
{
    auto *dialog = new QFileDialog(&window, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    return dialog;
}

QString localPath(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

bool isProject(const QString &path)
{
    return QFileInfo(path).isFile() && path.endsWith(QLatin1String(".cwp"), Qt::CaseInsensitive);
}

} // namespace

Opener::Opener(Project &project, Selection &selection, JobQueue &jobs, Settings &settings, QWidget &window)
    : QObject(&window), m_project(project), m_selection(selection), m_jobs(jobs), m_settings(settings), m_window(window)
{
}

void Opener::askForModel()
{
    const QString last = m_settings.value(setting::recentModels).value(0);
    auto *dialog = fileDialog(m_window, tr("Open a model"), QFileInfo(last).absolutePath(), QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &Opener::openModel);
    dialog->open();
}

void Opener::askForProject()
{
    const QString last = m_settings.value(setting::recentProjects).value(0);
    auto *dialog =
        fileDialog(m_window, tr("Open a project"), QFileInfo(last).absolutePath(), QFileDialog::ExistingFile);
    dialog->setNameFilter(projectFilter());
    connect(dialog, &QFileDialog::fileSelected, this, &Opener::openProject);
    dialog->open();
}

void Opener::locateProject(const QString &missing)
{
    auto *dialog = fileDialog(m_window, tr("Where is %1 now?").arg(QFileInfo(missing).fileName()),
                              QFileInfo(missing).absolutePath(), QFileDialog::ExistingFile);
    dialog->setNameFilter(projectFilter());
    connect(dialog, &QFileDialog::fileSelected, this, [this, missing](const QString &path) {
        QStringList paths = m_settings.value(setting::recentProjects);
        paths.removeAll(missing);
        m_settings.set(setting::recentProjects, paths);
        openProject(path);
    });
    dialog->open();
}

void Opener::askWhereToSave()
{
    auto *dialog = fileDialog(m_window, tr("Save the project"), {}, QFileDialog::AnyFile);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("cwp"));
    dialog->setNameFilter(projectFilter());
    dialog->selectFile(m_project.name().isEmpty() ? tr("untitled.cwp") : QFileInfo(m_project.path()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &Opener::saveAs);
    dialog->open();
}

void Opener::newProject()
{
    if (createProject())
        Q_EMIT opened();
}

void Opener::save()
{
    if (!m_project.isOpen() || m_project.isUntitled()) {
        askWhereToSave();
        return;
    }
    const Result<void> written = m_project.flush();
    if (written)
        Q_EMIT saved(m_project.path());
    else
        Q_EMIT failed(written.error());
}

void Opener::saveAs(const QString &path)
{
    if (!ensureProject())
        return;
    const Result<void> written = m_project.saveAs(path);
    if (!written) {
        Q_EMIT failed(written.error());
        return;
    }
    m_settings.addRecent(setting::recentProjects, path);
    Q_EMIT saved(path);
}

void Opener::openModel(const QString &folder)
{
    stopLoading();
    auto job = std::make_unique<LoadModelJob>(QDir(folder).absolutePath());
    connect(job.get(), &LoadModelJob::loaded, this, [this, from = job.get()](const LoadedModel &model) {
        if (from == m_loading)
            take(model);
    });
    connect(job.get(), &Job::failed, this, &Opener::failed);
    m_loading = m_jobs.add(std::move(job));
}

void Opener::stopLoading()
{
    if (m_loading)
        m_loading->cancel();
    m_loading.clear();
}

void Opener::closeModel()
{
    stopLoading();
    m_selection.setModel({});
}

void Opener::take(const LoadedModel &model)
{
    if (!ensureProject())
        return;
    m_settings.addRecent(setting::recentModels, factsOf(model).folder);
    m_selection.setModel(model);
    Q_EMIT opened();
}

bool Opener::ensureProject()
{
    return m_project.isOpen() || createProject();
}

bool Opener::createProject()
{
    const Result<void> created = m_project.create();
    if (created)
        Q_EMIT projectOpened();
    else
        Q_EMIT failed(created.error());
    return created.has_value();
}

void Opener::openProject(const QString &path)
{
    const Result<void> read = m_project.open(path);
    if (!read) {
        Q_EMIT failed(read.error());
        return;
    }
    stopLoading();               // it was wanted in the project before
    if (!m_project.isUntitled()) // it has no place of its own yet
        m_settings.addRecent(setting::recentProjects, path);
    Q_EMIT projectOpened();
    Q_EMIT opened();
    if (const std::optional<Error> reason = m_project.readOnlyReason())
        Q_EMIT failed(*reason);
}

void Opener::openDemo()
{
    const auto folder = attempt([] { return resource(QStringLiteral("demo-model")); });
    if (folder)
        openModel(*folder);
    else
        Q_EMIT failed(folder.error());
}

void Opener::open(const QString &path)
{
    if (isProject(path))
        openProject(path);
    else
        openModel(QFileInfo(path).isFile() ? QFileInfo(path).absolutePath() : path);
}

bool Opener::canOpen(const QMimeData &data)
{
    const QString path = localPath(data);
    return isProject(path) || QFileInfo(path).isDir();
}

void Opener::openDropped(const QMimeData &data)
{
    open(localPath(data));
}

} // namespace cw
