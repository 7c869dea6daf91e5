// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/RunKeeping.h"

#include "core/jobs/Job.h"

#include <algorithm>

namespace cw {

RunRecord recordOfKind(const Project &project, std::int64_t id, const QString &job, const char *otherwise)
{
    RunRecord record = valueOrThrow(project.run(id));
    if (record.job != job)
        throw Error(Error::Kind::Input, otherwise, {std::to_string(id)});
    return record;
}

ModelRecord modelOfRun(const Project &project, const RunRecord &record)
{
    const QVector<ModelRecord> models = valueOrThrow(project.models());
    const auto found = std::find_if(models.begin(), models.end(),
                                    [&record](const ModelRecord &model) { return model.fingerprint == record.model; });
    return found != models.end() ? *found : ModelRecord();
}

void whenEnded(Job &job, const std::function<void(RunState, const QString &)> &end)
{
    QObject::connect(&job, &Job::done, &job, [end] { end(RunState::Done, {}); });
    QObject::connect(&job, &Job::cancelled, &job, [end] { end(RunState::Stopped, {}); });
    QObject::connect(&job, &Job::failed, &job,
                     [end](const Error &error) { end(RunState::Failed, QString::fromUtf8(error.what())); });
}

} // namespace cw
