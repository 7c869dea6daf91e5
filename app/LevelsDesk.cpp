// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LevelsDesk.h"

#include "app/EditMaker.h"
#include "core/jobs/EditingJob.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/MgLevelsJob.h"
#include "core/jobs/ModelFacts.h"
#include "core/jobs/ReadyEditJob.h"
#include "core/project/MgLevelsArchive.h"
#include "core/project/Selection.h"
#include "core/project/Settings.h"
#include "widgets/dialogs/LevelsDialog.h"
#include "widgets/dialogs/MethodDialog.h"

#include <QDir>
#include <QHash>

namespace cw {

/// A comparison as far as it has come, and the edits of its levels that are at hand.
struct LevelsDesk::Comparison {
    KeptLevels kept;
    bool isRunning = false;
    QHash<QString, MadeEdit> edits;                         ///< by level
    std::shared_ptr<const std::optional<RunTicket>> ticket; ///< null: read from the project
};

namespace {

/// Settings that the window knows, and those that say the level or what one level trains.
const QStringList leftOut{QStringLiteral("model"),    QStringLiteral("device"), QStringLiteral("dtype"),
                          QStringLiteral("level"),    QStringLiteral("layers"), QStringLiteral("modules"),
                          QStringLiteral("selection")};

/// As much of it as the stack of edits needs: an edited model is as large as the model.
MadeEdit withoutModel(MadeEdit edit)
{
    edit.model.reset();
    return edit;
}

} // namespace

LevelsDesk::LevelsDesk(Project &project, const Selection &selection, EditMaker &maker, JobQueue &jobs,
                       const Settings &settings, QWidget &window)
    : QObject(&window), m_project(project), m_selection(selection), m_maker(maker), m_jobs(jobs), m_settings(settings),
      m_window(window)
{
    connect(&m_selection, &Selection::runChanged, this, &LevelsDesk::showRun);
    connect(&m_selection, &Selection::modelChanged, this, &LevelsDesk::forgetEdits);
    connect(&m_selection, &Selection::modelChanged, this, [this] { m_asked.reset(); });
}

void LevelsDesk::ask()
{
    MgEditSettings usual;
    usual.data = m_settings.value(setting::dataFolder);
    const MethodDialog::Words words{tr("MG-Editing at All Levels"),
                                    tr("Edits at five levels in turn, from the whole model down to single weights, and "
                                       "compares what each gains and what it costs (Qin et al. 2024)."),
                                    tr("&Compare")};
    auto *dialog = new MethodDialog(words, fieldItems(m_asked.value_or(usual), leftOut, usual), &m_window);
    dialog->setObjectName(QStringLiteral("compareDialog"));
    connect(dialog, &MethodDialog::startAsked, this,
            [this, dialog](const QJsonObject &asked) { start(asked, *dialog); });
    dialog->open();
}

void LevelsDesk::start(const QJsonObject &asked, MethodDialog &dialog)
{
    const auto settings = dialog.orRefuse([&] {
        auto read = fromJson<MgEditSettings>(asked);
        read.model = factsOf(m_selection.base()).folder;
        MgLevelsJob::check(read);
        return read;
    });
    if (!settings)
        return;
    m_asked = *settings;
    run(*settings);
    dialog.accept();
    Q_EMIT started();
}

void LevelsDesk::run(const MgEditSettings &settings)
{
    auto job = std::make_unique<MgLevelsJob>(settings, m_selection.model());
    const auto live = std::make_shared<Comparison>();
    live->ticket = keepLevels(*job, m_project);
    connect(job.get(), &MgLevelsJob::begun, this, [this, live](const MgLevelsRun &run) {
        live->kept.run = run;
        live->kept.levels.model = run.folder;
        live->isRunning = true;
        m_live = live;
        show(live);
    });
    connect(job.get(), &MgLevelsJob::made, this, [live](const MadeEdit &edit) {
        live->edits.insert(edit.facts[QLatin1String("level")].toString(), withoutModel(edit));
    });
    connect(job.get(), &MgLevelsJob::grown, this, [this, live](const MgLevels &levels) {
        live->kept.levels = levels;
        update(*live);
    });
    const auto atEnd = [this, live] {
        live->isRunning = false;
        update(*live);
    };
    connect(job.get(), &Job::done, this, atEnd);
    connect(job.get(), &Job::cancelled, this, atEnd);
    connect(job.get(), &Job::failed, this, [this, atEnd](const Error &error) {
        atEnd();
        Q_EMIT failed(error);
    });
    m_jobs.add(std::move(job));
}

void LevelsDesk::showRun(std::int64_t id)
{
    const Result<RunRecord> run = id != 0 ? m_project.run(id) : Result<RunRecord>(RunRecord());
    if (!run || run->job != mgLevelsJob)
        return;
    if (m_live && (*m_live->ticket)->id == id) {
        show(m_live);
    } else {
        const Result<KeptLevels> kept = loadLevels(m_project, id);
        if (!kept) {
            Q_EMIT failed(kept.error());
            return;
        }
        const auto read = std::make_shared<Comparison>();
        read->kept = *kept;
        show(read);
    }
    if (const QString &folder = m_shown->kept.run.settings.model; folder != factsOf(m_selection.base()).folder)
        Q_EMIT modelWanted(folder);
}

void LevelsDesk::show(const std::shared_ptr<Comparison> &comparison)
{
    m_shown = comparison;
    delete m_dialog;
    m_dialog = new LevelsDialog(comparison->kept.levels, comparison->isRunning, &m_window);
    connect(m_dialog, &LevelsDialog::layAsked, this, &LevelsDesk::lay);
    connect(m_dialog, &LevelsDialog::exportAsked, this, [this](const MgLevels &levels, const QString &path) {
        tell(attempt([&] { writeLevels(path, levels); }), path);
    });
    connect(m_dialog, &LevelsDialog::pictureAsked, this,
            [this](const Picture &picture, const QString &path, double dpi) {
                tell(attempt([&] { writePicture(picture, path, dpi); }), path);
            });
    m_dialog->show();
}

void LevelsDesk::update(const Comparison &comparison)
{
    if (m_dialog && &comparison == m_shown.get())
        m_dialog->setLevels(comparison.kept.levels, comparison.isRunning);
}

void LevelsDesk::leave()
{
    delete m_dialog;
    m_shown.reset();
    m_live.reset();
}

/// Those of a model that is closed are for no stack, and may be as large as it.
void LevelsDesk::forgetEdits()
{
    if (m_live)
        m_live->edits.clear();
}

void LevelsDesk::lay(const QString &level)
{
    const auto edit = m_shown->edits.constFind(level);
    if (edit != m_shown->edits.constEnd() && edit->base.checkpoint == m_selection.base().checkpoint)
        m_maker.start(std::make_unique<ReadyEditJob>(*edit));
    else
        makeAnew(level);
}

void LevelsDesk::makeAnew(const QString &level)
{
    auto job = attempt([&] {
        const MgEditSettings &settings = m_shown->kept.run.settings;
        if (settings.model != factsOf(m_selection.base()).folder)
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "These levels were compared on the model in %1: open that to put an "
                                                   "edit of theirs on the stack."),
                        {settings.model.toStdString()});
        if (!(m_shown->kept.run.stack == m_selection.model().stack))
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "These levels were compared with other edits on than now, and would "
                                                   "come out different: switch the same ones on first."));
        QJsonObject ofLevel = toJson(settings);
        ofLevel.insert(QStringLiteral("level"), level);
        return editingJob({mgJob, ofLevel}, m_selection.model());
    });
    if (!job) {
        Q_EMIT failed(job.error());
        return;
    }
    m_maker.start(std::move(*job));
    Q_EMIT started();
}

void LevelsDesk::tell(const Result<void> &written, const QString &path)
{
    if (written)
        Q_EMIT said(tr("Wrote %1").arg(QDir::toNativeSeparators(path)));
    else
        Q_EMIT failed(written.error());
}

} // namespace cw
