// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditedModel.h"

#include "core/jobs/ApplyStackJob.h"
#include "core/jobs/JobQueue.h"
#include "core/project/EditStack.h"
#include "core/project/Selection.h"

namespace cw {

EditedModel::EditedModel(EditStack &stack, Selection &selection, JobQueue &jobs, QObject *parent)
    : QObject(parent), m_stack(stack), m_selection(selection), m_jobs(jobs)
{
    connect(&m_stack, &EditStack::changed, this, &EditedModel::follow);
    connect(&m_selection, &Selection::modelChanged, this, &EditedModel::follow);
}

bool EditedModel::isBehind() const
{
    return m_job || m_isBehind;
}

void EditedModel::follow()
{
    if (m_job)
        m_isBehind = true;
    else
        start();
}

void EditedModel::start()
{
    m_isBehind = false;
    const LoadedModel &base = m_selection.base();
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
    auto job = std::make_unique<ApplyStackJob>(base, *edits);
    connect(job.get(), &ApplyStackJob::applied, &m_selection, &Selection::setEdited);
    connect(job.get(), &Job::done, this, &EditedModel::goOn);
    connect(job.get(), &Job::cancelled, this, &EditedModel::goOn);
    connect(job.get(), &Job::failed, this, [this](const Error &error) {
        Q_EMIT failed(error);
        goOn();
    });
    m_job = m_jobs.add(std::move(job));
}

void EditedModel::goOn()
{
    m_job.clear();
    if (m_isBehind)
        start();
}

} // namespace cw
