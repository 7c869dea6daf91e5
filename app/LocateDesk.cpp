// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LocateDesk.h"

#include "core/jobs/JobFile.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/LocateJob.h"
#include "core/jobs/ModelFacts.h"
#include "core/jobs/NamedPlaces.h"
#include "core/project/LocateArchive.h"
#include "core/project/Project.h"
#include "core/project/Selection.h"
#include "core/project/Settings.h"
#include "core/project/TickedWeights.h"
#include "widgets/dialogs/MethodDialog.h"
#include "widgets/dialogs/VotesDialog.h"

#include <QDir>

namespace cw {

namespace {

using What = LocateSettings::What;

MethodDialog::Words wordsOf(What what)
{
    const QString start = LocateDesk::tr("&Locate");
    switch (what) {
    case What::Layers:
        return {LocateDesk::tr("Locate Layers"),
                LocateDesk::tr("Each prompt votes for the layer that changes the probabilities of both answers most, "
                               "as a logit lens sees them (Qin et al. 2024)."),
                start};
    case What::Modules:
        return {LocateDesk::tr("Locate Modules"),
                LocateDesk::tr("Each prompt votes for the module of the located layer whose silence changes most (Qin "
                               "et al. 2024)."),
                start};
    case What::Rows:
        return {LocateDesk::tr("Locate Rows"),
                LocateDesk::tr("Each prompt votes for the rows of the located module whose gradients of both answers "
                               "are most alike (Qin et al. 2024)."),
                start};
    case What::Weights: break;
    }
    return {LocateDesk::tr("Locate Weights"),
            LocateDesk::tr("In each located row every prompt votes for the weight whose gradients of both answers "
                           "differ most (Qin et al. 2024)."),
            start};
}

/// Settings that the window knows, or that say nothing of this level.
QStringList leftOut(What what)
{
    QStringList keys{QStringLiteral("what"), QStringLiteral("model"), QStringLiteral("device"),
                     QStringLiteral("dtype")};
    if (what == What::Layers)
        keys << QStringLiteral("layers");
    if (what == What::Layers || what == What::Modules)
        keys << QStringLiteral("modules") << QStringLiteral("scorer") << QStringLiteral("span") << QStringLiteral("top")
             << QStringLiteral("most");
    return keys;
}

} // namespace

LocateDesk::LocateDesk(Project &project, Selection &selection, TickedWeights &ticks, JobQueue &jobs,
                       const Settings &settings, QWidget &window)
    : QObject(&window), m_project(project), m_selection(selection), m_ticks(ticks), m_jobs(jobs), m_settings(settings),
      m_window(window)
{
    connect(&m_selection, &Selection::runChanged, this, &LocateDesk::showRun);
    connect(&m_selection, &Selection::modelChanged, this, [this] { m_asked.clear(); });
    // Queued: the browser of weights hears of another model first, and unticks all.
    connect(&m_selection, &Selection::modelChanged, this, &LocateDesk::followModel, Qt::QueuedConnection);
}

void LocateDesk::ask(What what)
{
    LocateSettings usual;
    usual.data = m_settings.value(setting::dataFolder);
    auto *dialog =
        new MethodDialog(wordsOf(what), fieldItems(m_asked.value(what, usual), leftOut(what), usual), &m_window);
    dialog->setObjectName(QStringLiteral("locateDialog"));
    connect(dialog, &MethodDialog::startAsked, this,
            [this, what, dialog](const QJsonObject &asked) { start(what, asked, *dialog); });
    dialog->open();
}

void LocateDesk::start(What what, const QJsonObject &asked, MethodDialog &dialog)
{
    const auto settings = dialog.orRefuse([&] {
        auto read = fromJson<LocateSettings>(asked);
        read.what = what;
        read.model = factsOf(m_selection.base()).folder;
        read.check();
        requireNamedPlaces(asked, m_selection.model());
        return read;
    });
    if (!settings)
        return;
    m_asked[what] = *settings;
    run(*settings);
    dialog.accept();
}

void LocateDesk::run(const LocateSettings &settings)
{
    auto job = std::make_unique<LocateJob>(settings, m_selection.model());
    keepLocated(*job, m_project);
    connect(job.get(), &LocateJob::located, this,
            [this, checkpoint = m_selection.base().checkpoint](const Located &located) {
                // What was stopped stays among the runs; another model may be open since.
                if (!located.isComplete || checkpoint != m_selection.base().checkpoint)
                    return;
                show(located);
                showVotes();
            });
    connect(job.get(), &Job::failed, this, &LocateDesk::failed);
    m_jobs.add(std::move(job));
}

bool LocateDesk::isOfOpenModel(const Located &located) const
{
    return m_selection.base().checkpoint && located.settings.model == factsOf(m_selection.base()).folder;
}

void LocateDesk::showRun(std::int64_t id)
{
    m_awaited.reset();
    const Result<RunRecord> run = id != 0 ? m_project.run(id) : Result<RunRecord>(RunRecord());
    if (!run || run->job != locateJob || run->state == RunState::Running)
        return;
    const Result<Located> located = loadLocated(m_project, id);
    if (!located) {
        Q_EMIT failed(located.error());
        return;
    }
    if (isOfOpenModel(*located)) {
        show(*located);
        showVotes();
        return;
    }
    m_awaited = std::make_shared<const Located>(*located);
    Q_EMIT modelWanted(located->settings.model);
}

void LocateDesk::show(const Located &located)
{
    const auto ticked = attempt([&] { m_ticks.set(located.selection); });
    if (!ticked) {
        Q_EMIT failed(ticked.error());
        return;
    }
    m_shown = std::make_shared<const Located>(located);
    Q_EMIT votesChanged(votesOf(located));
    Q_EMIT shown();
    Q_EMIT said(summaryOf(located).section(u'\n', 0, 0));
}

void LocateDesk::showVotes()
{
    if (!m_shown)
        return;
    delete m_dialog;
    m_dialog = new VotesDialog(m_shown, &m_window);
    connect(m_dialog, &VotesDialog::exportAsked, this,
            [this](const std::shared_ptr<const Located> &located, const QString &path) {
                tell(attempt([&] { writeLocated(path, *located); }), path);
            });
    connect(m_dialog, &VotesDialog::pictureAsked, this,
            [this](const Picture &picture, const QString &path, double dpi) {
                tell(attempt([&] { writePicture(picture, path, dpi); }), path);
            });
    m_dialog->show();
}

void LocateDesk::followModel()
{
    if (m_shown && isOfOpenModel(*m_shown))
        return;
    m_shown.reset();
    delete m_dialog;
    Q_EMIT votesChanged({});
    if (m_awaited && isOfOpenModel(*m_awaited))
        show(*std::exchange(m_awaited, nullptr));
}

void LocateDesk::tell(const Result<void> &written, const QString &path)
{
    if (written)
        Q_EMIT said(tr("Wrote %1").arg(QDir::toNativeSeparators(path)));
    else
        Q_EMIT failed(written.error());
}

} // namespace cw
