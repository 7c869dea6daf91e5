// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/RunHead.h"
#include "core/project/Project.h"

#include <QPointer>
#include <functional>

namespace cw {

class Job;

inline const QString stackKey = QStringLiteral("stack");

/// The edits of the project that were on the model when the run was made.
inline StackSnapshot stackOf(const RunRecord &record)
{
    return StackSnapshot::fromJson(record.inputs.value(stackKey));
}

/// What every kind of run keeps of its head, whose model, settings, device and inputs have the same names.
template <typename Run> RunRecord recordOf(const QString &job, const Run &run)
{
    RunRecord record;
    record.job = job;
    record.settings = toJson(run.settings);
    record.measured = run.settings.measured();
    record.model = run.fingerprint;
    record.inputs = inputsToJson(run);
    if (!run.stack.isEmpty())
        record.inputs.insert(stackKey, run.stack.toJson());
    record.seed = run.settings.seed;
    record.device = run.device;
    record.dtype = run.dtype;
    return record;
}

inline ModelRecord modelOf(const RunHead &run)
{
    return {run.fingerprint, run.folder, {}, run.spec};
}

/// The record of a run of this kind. Throws Error of kind Input, with a sentence that has a place for the number, where
/// it is of another one.
RunRecord recordOfKind(const Project &project, std::int64_t id, const QString &job, const char *otherwise);

/// The model that a run was made on, as far as the project knows it.
ModelRecord modelOfRun(const Project &project, const RunRecord &record);

/// Reads back what recordOf() keeps, but for the inputs.
template <typename Run> void readHead(const Project &project, const RunRecord &record, Run &run)
{
    const ModelRecord model = modelOfRun(project, record);
    run.settings = fromJson<decltype(run.settings)>(record.settings);
    run.fingerprint = record.model;
    run.folder = model.path;
    run.spec = model.spec;
    run.device = record.device;
    run.dtype = record.dtype;
    run.stack = stackOf(record);
}

/// Calls end once, on the thread that the job belongs to, when the job is done, stopped, or failed with a message.
void whenEnded(Job &job, const std::function<void(RunState state, const QString &message)> &end);

/// Begins a run of the project when a job says by this signal that it has begun, and ends the run with the job. The
/// ticket is there once it has begun: on the thread that works, and wherever the signal is heard later.
template <typename J, typename Run> std::shared_ptr<const std::optional<RunTicket>>
keepHead(J &job, void (J::*begun)(const Run &), const QString &name, Project &project)
{
    const auto ticket = std::make_shared<std::optional<RunTicket>>();
    QObject::connect(
        &job, begun, &job,
        [&project, ticket, name, file = project.fileNumber()](const Run &run) {
            *ticket = project.beginRun(modelOf(run), recordOf(name, run), {}, {}, file);
        },
        Qt::DirectConnection);
    whenEnded(job, [kept = QPointer<Project>(&project), ticket](RunState state, const QString &message) {
        if (kept && *ticket)
            kept->endRun(**ticket, state, message);
    });
    return ticket;
}

} // namespace cw
