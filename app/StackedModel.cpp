// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/StackedModel.h"

#include "core/jobs/ApplyStackJob.h"
#include "core/jobs/JobQueue.h"
#include "core/project/EditStack.h"
#include "core/project/Selection.h"

namespace cw {

StackedModel::StackedModel(EditStack &stack, Selection &selection, JobQueue &jobs, QObject *parent)
    : QObject(parent), m_stack(stack), m_selection(selection), m_jobs(jobs)
{
    connect(&m_stack, &EditStack::changed, this, &StackedModel::follow);
    connect(&m_selection, &Selection::modelChanged, this, &StackedModel::follow);
}

void StackedModel::follow()
{
    if (m_job)
        m_isBehind = true;
    else
        start();
}

void StackedModel::start()
{
    m_isBehind = false;
    const LoadedModel &base = m_selection.base();
    if (m_applied.model.checkpoint != base.checkpoint)
        m_applied = {};
    if (!base.model)
        return;
    if (m_stack.edits().isEmpty()) {
        m_selection.setEdited(base, m_selection.baseHash());
        return;
    }
    const Result<QVector<EnabledEdit>> edits = m_stack.enabled();
    if (!edits) {
        Q_EMIT failed(edits.error());
        return;
    }
    auto job = std::make_unique<ApplyStackJob>(base, *edits, m_applied);
    connect(job.get(), &ApplyStackJob::applied, this,
            [this, made = *edits](const LoadedModel &model, const QString &baseHash) {
                m_applied = {model, made};
                m_selection.setEdited(model, baseHash);
            });
    connect(job.get(), &Job::done, this, &StackedModel::goOn);
    connect(job.get(), &Job::cancelled, this, &StackedModel::goOn);
    connect(job.get(), &Job::failed, this, [this](const Error &error) {
        Q_EMIT failed(error);
        goOn();
    });
    m_job = m_jobs.add(std::move(job));
}

void StackedModel::goOn()
{
    m_job.clear();
    if (m_isBehind)
        start();
}

} // namespace cw
