// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/WeightArchive.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/jobs/RunHead.h"
#include "core/jobs/WeightPartsJob.h"
#include "core/project/RunKeeping.h"

#include <QDateTime>
#include <QDir>
#include <QPointer>
#include <algorithm>

namespace cw {
namespace {

/// Two checkpoints of one shape have the same fingerprint, and reading their content to tell them apart would take as
/// long as to measure it: the folder and its files' sizes and times stand for it.
QJsonObject filesOf(const LoadedModel &model)
{
    QJsonArray files;
    const QDir folder(model.checkpoint->folder());
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files, QDir::Name))
        files.append(QJsonArray{file.fileName(), file.size(), file.lastModified().toMSecsSinceEpoch()});
    return {{QStringLiteral("folder"), folder.absolutePath()}, {QStringLiteral("files"), files}};
}

QVector<ArrayRecord> arraysOf(const LoadedModel &model)
{
    QVector<ArrayRecord> arrays;
    for (const WeightPart &part : weightParts(model)) {
        const bool isNeurons = part.kind == WeightPart::Kind::Neurons;
        arrays.append({0, part.name, {part.count}, {isNeurons ? QStringLiteral("neuron") : QStringLiteral("row")}});
    }
    return arrays;
}

RunRecord recordOf(const WeightPartsJob &job)
{
    const RunHead head = headOf(job.model());
    RunRecord record;
    record.job = job.name();
    record.settings = job.settings();
    record.measured = job.settings();
    record.model = head.fingerprint;
    record.inputs = filesOf(job.model());
    record.device = head.device;
    record.dtype = head.dtype;
    return record;
}

void write(const WeightPartsJob &job, const RunRecord &record, const QVector<PartNorms> &found, Project &project)
{
    const QVector<ArrayRecord> arrays = arraysOf(job.model());
    const RunTicket ticket = project.beginRun(modelOf(headOf(job.model())), record, arrays);
    QVector<ArrayChunk> chunks;
    for (const PartNorms &part : found)
        chunks.append({0, arrays[part.part].name, {0}, arrays[part.part].shape, part.norms});
    project.append(ticket, chunks);
    project.endRun(ticket, RunState::Done);
}

/// The arrays of a run as the parts they are of; empty where they are not those of the model.
QVector<PartNorms> partsOf(const Project &project, std::int64_t run, const QVector<ArrayRecord> &wanted)
{
    const QVector<ArrayRecord> arrays = valueOrThrow(project.arrays(run));
    QVector<PartNorms> parts;
    for (int part = 0; part < static_cast<int>(wanted.size()); ++part) {
        const auto found = std::find_if(arrays.begin(), arrays.end(), [&](const ArrayRecord &array) {
            return array.name == wanted[part].name && array.shape == wanted[part].shape;
        });
        if (found == arrays.end())
            return {};
        parts.append({part, valueOrThrow(project.values(*found))});
    }
    return parts;
}

} // namespace

void keepParts(WeightPartsJob &job, Project &project)
{
    const auto found = std::make_shared<QVector<PartNorms>>();
    const QPointer<Project> kept = &project;
    // What lies on the disk now is what will be read; what is written meanwhile will not be taken for it.
    const RunRecord record = recordOf(job);
    QObject::connect(
        &job, &WeightPartsJob::measured, &job, [found](const PartNorms &part) { found->append(part); },
        Qt::DirectConnection);
    QObject::connect(&job, &Job::done, &job, [&job, kept, found, record] {
        if (kept && !kept->readOnlyReason())
            write(job, record, *found, *kept);
    });
}

QVector<PartNorms> findParts(const WeightPartsJob &job, const Project &project)
{
    const RunRecord wanted = recordOf(job);
    const QVector<ArrayRecord> arrays = arraysOf(job.model());
    const QVector<RunRecord> runs = project.weightRuns(job.name()).value_or(QVector<RunRecord>());
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        if (run->model != wanted.model || run->measured != wanted.measured || run->inputs != wanted.inputs ||
            run->state != RunState::Done)
            continue;
        // What cannot be read is measured again.
        if (auto parts = attempt([&] { return partsOf(project, run->id, arrays); }); parts && !parts->isEmpty())
            return *parts;
    }
    return {};
}

} // namespace cw
