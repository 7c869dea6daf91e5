// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SideEffectScanner.h"

#include "core/jobs/ApplyStackJob.h"
#include "core/jobs/EditFacts.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/LedgerJob.h"
#include "core/jobs/MadeEdit.h"
#include "core/jobs/SideEffectsJob.h"
#include "core/project/EditStack.h"
#include "core/project/Selection.h"

namespace cw {

SideEffectScanner::SideEffectScanner(EditStack &stack, const Selection &selection, JobQueue &jobs, QObject *parent)
    : QObject(parent), m_stack(stack), m_selection(selection), m_jobs(jobs)
{
}

void SideEffectScanner::scan(const QString &id, const MadeEdit &made)
{
    start(m_stack.edits()[m_stack.place(id)], made.base, made.edit);
}

void SideEffectScanner::scanAgain(const QString &id)
{
    withWhatLiesBelow(
        id, [this](const auto &edit, const auto &below, const auto &content) { start(edit, below, content); });
}

void SideEffectScanner::scanMerged(const QString &id)
{
    if (m_stack.edits()[m_stack.place(id)].base != m_selection.baseHash())
        return; // edits are merged without their model, too
    withWhatLiesBelow(id, [this](const auto &edit, const auto &below, const auto &content) {
        count(edit, below, content);
        start(edit, below, content);
    });
}

void SideEffectScanner::withWhatLiesBelow(const QString &id, const Then &then)
{
    const int place = m_stack.place(id);
    if (place < 0)
        return;
    const EditRecord edit = m_stack.edits()[place];
    const Result<std::shared_ptr<const Edit>> content = m_stack.content(edit);
    const Result<QVector<EnabledEdit>> below = m_stack.enabled(place);
    if (!content || !below) {
        Q_EMIT failed(content ? below.error() : content.error());
        return;
    }
    if (edit.base != m_selection.baseHash()) {
        Q_EMIT failed(Error(Error::Kind::Input,
                            QT_TRANSLATE_NOOP("Error", "\"%1\" was made for another model: open that to look for its "
                                                       "side effects."),
                            {edit.title.toStdString()}));
        return;
    }
    auto job = std::make_unique<ApplyStackJob>(m_selection.base(), *below);
    connect(job.get(), &ApplyStackJob::applied, this,
            [edit, then, content = *content](const LoadedModel &model) { then(edit, model, content); });
    connect(job.get(), &Job::failed, this, &SideEffectScanner::failed);
    m_jobs.add(std::move(job));
}

void SideEffectScanner::count(const EditRecord &edit, const LoadedModel &below,
                              const std::shared_ptr<const Edit> &content)
{
    auto job = std::make_unique<LedgerJob>(edit.title, below, content);
    connect(job.get(), &LedgerJob::counted, this, [this, edit](const MadeEdit &counted) {
        const QJsonObject facts = keptFacts(counted);
        for (auto fact = facts.begin(); fact != facts.end(); ++fact)
            m_stack.addFact(edit, fact.key(), fact.value());
    });
    connect(job.get(), &Job::failed, this, &SideEffectScanner::failed);
    m_jobs.add(std::move(job));
}

void SideEffectScanner::start(const EditRecord &edit, const LoadedModel &below,
                              const std::shared_ptr<const Edit> &content)
{
    auto job = std::make_unique<SideEffectsJob>(edit.title, below, content);
    connect(job.get(), &SideEffectsJob::scanned, this,
            [this, edit](const SideEffects &effects) { m_stack.addFact(edit, sideEffectsFact, toJson(effects)); });
    connect(job.get(), &Job::failed, this, &SideEffectScanner::failed);
    m_jobs.add(std::move(job));
}

} // namespace cw
