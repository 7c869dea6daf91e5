// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TextMaker.h"

#include "core/jobs/GenerateJob.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/ModelFacts.h"
#include "core/project/GenerationArchive.h"
#include "core/project/Project.h"
#include "core/project/Selection.h"

#include <QDir>

namespace cw {

using Side = ShownTexts::Side;

TextMaker::TextMaker(Project &project, Selection &selection, ShownTexts &shown, JobQueue &jobs, QObject *parent)
    : QObject(parent), m_project(project), m_selection(selection), m_shown(shown), m_jobs(jobs),
      m_after(jobs, selection)
{
    connect(&m_selection, &Selection::modelChanged, this, &TextMaker::showModel);
    connect(&m_selection, &Selection::runChanged, this, &TextMaker::showRun);
    connect(&m_after, &ComparedModel::changed, this, [this] {
        // What is written keeps the edits that it began with.
        if (!isWriting())
            showAfter();
    });
    connect(&m_after, &ComparedModel::failed, this, &TextMaker::failed);
}

void TextMaker::start(const GenerateSettings &settings)
{
    if (isWriting())
        return;
    showModel(m_selection.base());
    showAfter();
    add(Side::Before, settings, m_selection.base());
    if (m_after.isOpen())
        add(Side::After, settings, m_after.model());
    Q_EMIT writingChanged(true);
}

void TextMaker::add(Side side, const GenerateSettings &settings, const LoadedModel &model)
{
    GenerateSettings own = settings;
    own.model = factsOf(model).folder;
    auto job = std::make_unique<GenerateJob>(own, model);
    keepGeneration(*job, m_project);
    // What still comes of a job that was given up belongs to no text that is shown.
    const auto isShown = [this, side, from = job.get()] { return from == writing(side); };
    connect(job.get(), &GenerateJob::begun, this, [this, side, isShown] {
        if (isShown())
            m_shown.begin(side);
    });
    connect(job.get(), &GenerateJob::pieceReady, this, [this, side, isShown](const TextPiece &piece) {
        if (isShown())
            m_shown.grow(side, piece);
    });
    const auto atEnd = [this, side, isShown] { end(side, isShown()); };
    connect(job.get(), &Job::done, this, atEnd);
    connect(job.get(), &Job::cancelled, this, atEnd);
    connect(job.get(), &Job::failed, this, [this, atEnd](const Error &error) {
        atEnd();
        Q_EMIT failed(error);
    });
    ++m_running;
    m_shown.await(side, settings.prompt);
    writing(side) = job.get();
    m_jobs.add(std::move(job));
}

void TextMaker::end(Side side, bool isShown)
{
    if (isShown)
        m_shown.end(side);
    if (--m_running == 0)
        Q_EMIT writingChanged(false);
}

QPointer<GenerateJob> &TextMaker::writing(Side side)
{
    return m_writing[static_cast<std::size_t>(side)];
}

void TextMaker::stop()
{
    for (const QPointer<GenerateJob> &job : m_writing)
        if (job)
            job->cancel();
}

void TextMaker::giveUp()
{
    stop();
    m_writing = {};
}

void TextMaker::leave()
{
    giveUp();
    compareWith({});
    const ModelFacts facts = factsOf(m_selection.base());
    m_shown.setModel(Side::Before, facts.name, facts.folder);
}

void TextMaker::compareWith(const QString &folder)
{
    m_after.open(folder);
    showAfter();
}

void TextMaker::showAfter()
{
    m_shown.setModel(Side::After, m_after.name(), factsOf(m_after.model()).folder);
}

void TextMaker::showModel(const LoadedModel &model)
{
    const ModelFacts facts = factsOf(model);
    if (facts.folder == m_shown.column(Side::Before).folder && facts.name == m_shown.column(Side::Before).model)
        return;
    giveUp();
    m_shown.setModel(Side::Before, facts.name, facts.folder);
}

void TextMaker::showRun(std::int64_t id)
{
    const Result<RunRecord> run = id != 0 ? m_project.run(id) : Result<RunRecord>(RunRecord());
    if (!run || run->job != generateJob || isWriting())
        return;
    const Result<Generation> generation = loadGeneration(m_project, id);
    if (!generation) {
        Q_EMIT failed(generation.error());
        return;
    }
    compareWith({});
    const GenerateRun &written = generation->run;
    m_shown.setModel(Side::Before, nameOf(QDir(written.folder).dirName(), written.stack), written.folder);
    m_shown.show(Side::Before, *generation, run->seconds());
    Q_EMIT broughtBack(written.settings);
    if (written.folder != factsOf(m_selection.base()).folder)
        Q_EMIT modelWanted(written.folder);
}

} // namespace cw
