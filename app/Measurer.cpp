// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Measurer.h"

#include "core/jobs/JobFile.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/MeasureFollower.h"
#include "core/jobs/MeasureJob.h"
#include "core/jobs/ModelFacts.h"
#include "core/jobs/SummaryJob.h"
#include "core/project/MeasureArchive.h"
#include "core/project/Selection.h"

#include <QDir>

namespace cw {

using State = ShownTaken::State;

Measurer::Measurer(Project &project, Selection &selection, ShownMeasures &shown, JobQueue &jobs, QObject *parent)
    : QObject(parent), m_project(project), m_selection(selection), m_shown(shown), m_jobs(jobs),
      m_after(jobs, selection)
{
    connect(&m_selection, &Selection::modelChanged, this, &Measurer::showModel);
    connect(&m_selection, &Selection::runChanged, this, &Measurer::showRun);
    connect(&m_after, &ComparedModel::changed, this, [this] {
        // What is measured keeps the edits that it began with.
        if (!isMeasuring())
            showAfter();
    });
    connect(&m_after, &ComparedModel::failed, this, &Measurer::failed);
}

void Measurer::start(const MeasureSettings &settings)
{
    const Result<QStringList> names = attempt([&settings] { return settings.names(); });
    if (!names)
        Q_EMIT failed(names.error());
    if (isMeasuring() || !names)
        return;
    showModel(m_selection.base());
    giveUp();
    showAfter();
    m_shown.open(*names);
    for (int row = 0; row < static_cast<int>(names->size()); ++row) {
        const QString &name = names->at(row);
        add(row, Side::Before, settings.single(name, m_shown.model(Side::Before).folder), m_selection.base());
        if (m_after.isOpen())
            add(row, Side::After, settings.single(name, m_shown.model(Side::After).folder), m_after.model());
    }
    Q_EMIT measuringChanged(true);
}

void Measurer::add(int row, Side side, const MeasureSettings &single, const LoadedModel &model)
{
    m_project.flush(); // what was stopped just now may still be on its way there
    const std::optional<EarlierMeasure> earlier =
        findMeasure(m_project, single, factsOf(model).fingerprint, model.stack);
    const std::optional<MeasureProgress> done = earlier ? std::optional(earlier->progress) : std::nullopt;
    auto job = std::make_unique<MeasureJob>(single, model, done);
    keepMeasure(*job, m_project, earlier);
    auto *follower = new MeasureFollower(*job, done);
    connectEnds(*job, *follower, row, side);
    m_work.append({row, side, job.get(), follower});
    ++m_running;
    m_jobs.add(std::move(job));
}

void Measurer::connectEnds(MeasureJob &job, MeasureFollower &follower, int row, Side side)
{
    const auto isShown = [this, set = m_set] { return set == m_set; };
    connect(&follower, &MeasureFollower::grown, this, [this, isShown, row, side](const MeasureGlimpse &glimpse) {
        if (isShown())
            m_shown.grow(row, side, glimpse);
    });
    connect(&job, &MeasureJob::summarised, this, [this, isShown, row, side](const MeasureSummary &summary) {
        if (isShown())
            m_shown.setSummary(row, side, summary);
    });
    connect(&job, &Job::done, this, [this, isShown, row, side, from = &follower] {
        if (isShown())
            end(row, side, State::Done, from->progress());
        countDown();
    });
    connect(&job, &Job::cancelled, this, [this, isShown, row, side, from = &follower] {
        if (isShown()) {
            end(row, side, State::Stopped, from->progress());
            summarise(row, side, from->progress());
        }
        countDown();
    });
    connect(&job, &Job::failed, this, [this, isShown, row, side](const Error &error) {
        if (isShown())
            m_shown.refuse(row, side, describe(error));
        countDown();
    });
}

void Measurer::end(int row, Side side, State state, const std::shared_ptr<const MeasureProgress> &progress)
{
    m_shown.end(row, side, state, progress);
    compareRow(row);
}

void Measurer::countDown()
{
    if (--m_running == 0)
        Q_EMIT measuringChanged(false);
}

void Measurer::summarise(int row, Side side, const std::shared_ptr<const MeasureProgress> &progress)
{
    if (!progress)
        return;
    auto job = std::make_unique<SummaryJob>(progress);
    connect(job.get(), &SummaryJob::summarised, this, [this, set = m_set, row, side](const MeasureSummary &summary) {
        if (set == m_set)
            m_shown.setSummary(row, side, summary);
    });
    connect(job.get(), &Job::failed, this, &Measurer::failed);
    m_jobs.add(std::move(job));
}

/// Two models that share no item have their numbers side by side, and nothing is said of a change.
void Measurer::compareRow(int row)
{
    const ShownMeasure &measure = m_shown.rows()[static_cast<std::size_t>(row)];
    if (!measure.before().progress || !measure.after().progress)
        return;
    auto job = std::make_unique<SummaryJob>(measure.before().progress, measure.after().progress);
    connect(job.get(), &SummaryJob::compared, this, [this, set = m_set, row](const MeasureComparison &comparison) {
        if (set == m_set)
            m_shown.setComparison(row, comparison);
    });
    m_jobs.add(std::move(job));
}

std::shared_ptr<const MeasureProgress> Measurer::items(int row, Side side) const
{
    const ShownTaken &taken = m_shown.rows()[static_cast<std::size_t>(row)].sides[static_cast<std::size_t>(side)];
    if (taken.progress)
        return taken.progress;
    for (const Work &work : m_work)
        if (work.row == row && work.side == side && work.follower)
            return work.follower->progress();
    return nullptr;
}

void Measurer::stop()
{
    for (const Work &work : m_work)
        if (work.job)
            work.job->cancel();
}

void Measurer::giveUp()
{
    stop();
    m_work.clear();
    ++m_set;
}

void Measurer::leave()
{
    giveUp();
    compareWith({});
    const ModelFacts facts = factsOf(m_selection.base());
    m_shown.setModel(Side::Before, facts.name, facts.folder);
}

void Measurer::compareWith(const QString &folder)
{
    giveUp();
    m_after.open(folder);
    showAfter();
}

void Measurer::showAfter()
{
    m_shown.setModel(Side::After, m_after.name(), factsOf(m_after.model()).folder);
}

void Measurer::showModel(const LoadedModel &model)
{
    const ModelFacts facts = factsOf(model);
    if (facts.folder == m_shown.model(Side::Before).folder && facts.name == m_shown.model(Side::Before).name)
        return;
    giveUp();
    m_shown.setModel(Side::Before, facts.name, facts.folder);
}

void Measurer::showRun(std::int64_t id)
{
    const Result<RunRecord> run = id != 0 ? m_project.run(id) : Result<RunRecord>(RunRecord());
    if (!run || run->job != measureJob || isMeasuring())
        return;
    const Result<MeasureProgress> progress = loadMeasure(m_project, id);
    if (!progress) {
        Q_EMIT failed(progress.error());
        return;
    }
    const QString folder = progress->run.folder;
    compareWith({});
    m_shown.setModel(Side::Before, nameOf(QDir(folder).dirName(), progress->run.stack), folder);
    const int row = m_shown.show(*progress);
    const auto shown = m_shown.rows()[static_cast<std::size_t>(row)].before().progress;
    end(row, Side::Before, progress->isComplete() ? State::Done : State::Stopped, shown);
    summarise(row, Side::Before, shown);
    Q_EMIT broughtBack(progress->run.settings);
    if (folder != factsOf(m_selection.base()).folder)
        Q_EMIT modelWanted(folder);
}

} // namespace cw
