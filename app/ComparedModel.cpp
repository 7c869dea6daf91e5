// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ComparedModel.h"

#include "core/jobs/JobQueue.h"
#include "core/jobs/LoadModelJob.h"

namespace cw {

void ComparedModel::open(const QString &folder)
{
    if (m_loading)
        m_loading->cancel();
    m_loading.clear();
    m_model = {};
    if (folder.isEmpty())
        return;
    auto job = std::make_unique<LoadModelJob>(folder);
    connect(job.get(), &LoadModelJob::loaded, this, [this, from = job.get()](const LoadedModel &model) {
        if (from != m_loading)
            return;
        m_model = model;
        Q_EMIT opened(model);
    });
    connect(job.get(), &Job::failed, this, &ComparedModel::failed);
    m_loading = m_jobs.add(std::move(job));
}

} // namespace cw
