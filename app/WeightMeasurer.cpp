// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/WeightMeasurer.h"

#include "core/jobs/JobQueue.h"
#include "core/jobs/WeightGradientsJob.h"
#include "core/jobs/WeightNormsJob.h"
#include "core/project/Selection.h"
#include "core/project/Settings.h"
#include "core/project/WeightArchive.h"

namespace cw {

WeightMeasurer::WeightMeasurer(Project &project, Selection &selection, JobQueue &jobs, const Settings &settings,
                               QObject *parent)
    : QObject(parent), m_project(project), m_selection(selection), m_jobs(jobs), m_settings(settings)
{
    connect(&m_selection, &Selection::modelChanged, this, [this] {
        for (QPointer<Job> *running : {&m_norms, &m_gradients}) {
            if (*running)
                (*running)->cancel();
            running->clear();
        }
    });
}

void WeightMeasurer::measureNorms()
{
    if (!m_selection.base().model)
        return;
    auto job = std::make_unique<WeightNormsJob>(m_selection.base());
    if (!bringBack(*job, &WeightMeasurer::normsMeasured))
        run(std::move(job), m_norms, &WeightMeasurer::normsMeasured);
    bringBack(*gradientsJob(), &WeightMeasurer::gradientsMeasured);
}

void WeightMeasurer::measureGradients()
{
    if (!m_selection.base().model || m_gradients)
        return;
    std::unique_ptr<WeightPartsJob> job = gradientsJob();
    if (bringBack(*job, &WeightMeasurer::gradientsMeasured))
        return;
    const auto atEnd = [this] { Q_EMIT measuringGradients(false); };
    connect(job.get(), &Job::done, this, atEnd);
    connect(job.get(), &Job::cancelled, this, atEnd);
    connect(job.get(), &Job::failed, this, atEnd);
    run(std::move(job), m_gradients, &WeightMeasurer::gradientsMeasured);
    Q_EMIT measuringGradients(true);
}

std::unique_ptr<WeightPartsJob> WeightMeasurer::gradientsJob() const
{
    GradientSettings settings;
    settings.data = m_settings.value(setting::dataFolder);
    return std::make_unique<WeightGradientsJob>(settings, m_selection.base());
}

bool WeightMeasurer::bringBack(const WeightPartsJob &job, Told told)
{
    const QVector<PartNorms> kept = findParts(job, m_project);
    for (const PartNorms &part : kept)
        Q_EMIT(this->*told)(part);
    return !kept.isEmpty();
}

void WeightMeasurer::run(std::unique_ptr<WeightPartsJob> job, QPointer<Job> &running, Told told)
{
    keepParts(*job, m_project);
    connect(job.get(), &WeightPartsJob::measured, this,
            [this, told, &running, from = job.get()](const PartNorms &part) {
                if (from == running)
                    Q_EMIT(this->*told)(part);
            });
    connect(job.get(), &Job::failed, this, &WeightMeasurer::failed);
    running = m_jobs.add(std::move(job));
}

} // namespace cw
