// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ComparedModel.h"

#include "core/jobs/JobQueue.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/ModelFacts.h"
#include "core/project/Selection.h"

namespace cw {

QString nameOf(const QString &model, const StackSnapshot &stack)
{
    if (stack.isEmpty())
        return model;
    return stack.parts.size() == 1 ? ComparedModel::tr("%1 with 1 edit").arg(model)
                                   : ComparedModel::tr("%1 with %2 edits").arg(model).arg(stack.parts.size());
}

ComparedModel::ComparedModel(JobQueue &jobs, const Selection &selection, QObject *parent)
    : QObject(parent), m_jobs(jobs), m_selection(selection)
{
    connect(&m_selection, &Selection::edited, this, &ComparedModel::follow);
}

void ComparedModel::follow()
{
    if (!m_chosen.checkpoint && !m_loading)
        Q_EMIT changed();
}

const LoadedModel &ComparedModel::model() const
{
    static const LoadedModel none;
    if (m_chosen.checkpoint || m_loading)
        return m_chosen;
    return m_selection.model().stack.isEmpty() ? none : m_selection.model();
}

QString ComparedModel::name() const
{
    return isOpen() ? nameOf(factsOf(model()).name, model().stack) : QString();
}

void ComparedModel::open(const QString &folder)
{
    if (m_loading)
        m_loading->cancel();
    m_loading.clear();
    m_chosen = {};
    if (!folder.isEmpty()) {
        auto job = std::make_unique<LoadModelJob>(folder);
        connect(job.get(), &LoadModelJob::loaded, this, [this, from = job.get()](const LoadedModel &model) {
            if (from != m_loading)
                return;
            m_chosen = model;
            m_loading.clear();
            Q_EMIT changed();
        });
        connect(job.get(), &Job::failed, this, &ComparedModel::failed);
        m_loading = m_jobs.add(std::move(job));
    }
    Q_EMIT changed();
}

} // namespace cw
