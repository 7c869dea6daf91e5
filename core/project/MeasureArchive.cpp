// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/MeasureArchive.h"

#include "core/data/MeasureFile.h"
#include "core/jobs/MeasureJob.h"
#include "core/project/RunKeeping.h"

#include <QJsonArray>
#include <QPointer>
#include <cmath>

namespace cw {
namespace {

/// What a recording keeps between the signals of its job; they come from the thread that works.
struct Recording {
    RunTicket ticket;
    MeasureProgress progress;
    std::optional<MeasureSummary> summary; ///< once all is measured
    bool hasBegun = false;
};

const QString valuesArray = QStringLiteral("values");
const QString statesArray = QStringLiteral("states");

QVector<ArrayRecord> arraysOf(const MeasureRun &run)
{
    const auto items = static_cast<std::int64_t>(run.items.size());
    return {{0, valuesArray, {items, run.columns()}, {QStringLiteral("item"), QStringLiteral("value")}},
            {0, statesArray, {items}, {QStringLiteral("item")}}};
}

RunTicket beginMeasure(Project &project, const MeasureRun &run, int file)
{
    QVector<ItemRecord> items;
    for (const MeasureItem &item : run.items)
        items.append({item.id, item.text, item.group, item.clusters});
    return project.beginRun(modelOf(run), recordOf(measureJob, run), arraysOf(run), items, file);
}

void append(Project &project, const Recording &recording, const MeasureBlock &block)
{
    const auto first = static_cast<std::int64_t>(block.first);
    const auto last = first + static_cast<std::int64_t>(block.outcomes.size());
    const MeasureProgress &progress = recording.progress;
    ArrayChunk values{0, valuesArray, {first, 0}, {last, progress.run.columns()}, {}};
    ArrayChunk states{0, statesArray, {first}, {last}, {}};
    for (auto item = static_cast<std::size_t>(first); item < static_cast<std::size_t>(last); ++item) {
        for (const std::vector<float> &column : progress.columns)
            values.values.push_back(column[item]);
        states.values.push_back(static_cast<float>(progress.states[item]));
    }
    project.append(recording.ticket, {values, states});
}

/// What stands in the run beside its arrays: why items were left out, and at the end the numbers.
QJsonObject resultOf(const MeasureProgress &progress, const std::optional<MeasureSummary> &summary)
{
    QJsonObject reasons;
    for (auto reason = progress.reasons.begin(); reason != progress.reasons.end(); ++reason)
        reasons.insert(QString::number(reason.key()), reason.value());
    QJsonObject result = summary ? measureJson(progress, *summary) : QJsonObject();
    result.insert(QStringLiteral("reasons"), reasons);
    return result;
}

std::vector<float> valuesOf(const Project &project, const RunRecord &record, const ArrayRecord &wanted)
{
    for (const ArrayRecord &array : valueOrThrow(project.arrays(record.id)))
        if (array.name == wanted.name && array.shape == wanted.shape)
            return valueOrThrow(project.values(array));
    throw Error(Error::Kind::Storage,
                QT_TRANSLATE_NOOP("Error", "The results of run %1 in %2 are damaged: measure it again."),
                {std::to_string(record.id), project.path().toStdString()});
}

void readStates(const std::vector<float> &states, const RunRecord &record, MeasureProgress &progress)
{
    const QJsonObject reasons = record.result[QLatin1String("reasons")].toObject();
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (std::isnan(states[i]))
            continue;
        progress.states[i] = static_cast<ItemState>(std::clamp(static_cast<int>(states[i]), 0, 4));
        if (progress.states[i] == ItemState::LeftOut)
            progress.reasons.insert(static_cast<int>(i), reasons[QString::number(i)].toString());
    }
}

MeasureProgress progressOf(const Project &project, const RunRecord &record)
{
    MeasureRun run;
    readHead(project, record, run);
    run.folder = run.settings.models.value(0); // two checkpoints of one shape have the same fingerprint
    readInputs(record.inputs, run);
    for (const ItemRecord &item : valueOrThrow(project.items(record.id)))
        run.items.push_back({item.id, item.text, item.group, item.clusters, run.items.size()});
    MeasureProgress progress(run);
    if (run.items.empty())
        return progress;
    const QVector<ArrayRecord> arrays = arraysOf(run);
    const std::vector<float> values = valuesOf(project, record, arrays[0]);
    for (std::size_t item = 0; item < run.items.size(); ++item)
        for (std::size_t column = 0; column < progress.columns.size(); ++column)
            progress.columns[column][item] = values[item * progress.columns.size() + column];
    readStates(valuesOf(project, record, arrays[1]), record, progress);
    return progress;
}

} // namespace

void keepMeasure(MeasureJob &job, Project &project, std::optional<EarlierMeasure> earlier)
{
    const auto recording = std::make_shared<Recording>();
    const QPointer<Project> kept = &project;
    const RunTicket place{earlier ? earlier->id : 0, project.fileNumber()};
    if (earlier)
        project.setAwaited(place, true);
    // Direct: each part is on its way to the file before the next one begins, whatever the window's thread does.
    QObject::connect(
        &job, &MeasureJob::begun, &job,
        [&project, recording, earlier, place](const MeasureRun &run, bool continues) {
            if (continues && earlier->progress.isComplete())
                return; // nothing is to be written
            recording->progress = continues ? earlier->progress : MeasureProgress(run);
            recording->ticket =
                continues ? project.resumeRun(place.id, place.project) : beginMeasure(project, run, place.project);
            recording->hasBegun = true;
        },
        Qt::DirectConnection);
    QObject::connect(
        &job, &MeasureJob::blockReady, &job,
        [&project, recording](const MeasureBlock &block) {
            const auto reasons = recording->progress.reasons.size();
            recording->progress.insert(block);
            append(project, *recording, block);
            if (recording->progress.reasons.size() > reasons)
                project.setResult(recording->ticket, resultOf(recording->progress, std::nullopt));
        },
        Qt::DirectConnection);
    QObject::connect(
        &job, &MeasureJob::summarised, &job,
        [recording](const MeasureSummary &summary) { recording->summary = summary; }, Qt::DirectConnection);
    whenEnded(job, [kept, recording, place](RunState state, const QString &message) {
        if (kept)
            kept->setAwaited(place, false);
        if (!kept || !recording->hasBegun)
            return;
        // What was stopped on its way has its values; intervals come when it is gone on with.
        const MeasureProgress &progress = recording->progress;
        kept->setResult(recording->ticket,
                        resultOf(progress, recording->summary ? *recording->summary : summarise(progress, 0)));
        kept->endRun(recording->ticket, state, message);
    });
}

std::optional<EarlierMeasure> findMeasure(const Project &project, const MeasureSettings &settings,
                                          const QString &fingerprint, const StackSnapshot &stack)
{
    const QJsonObject measured = settings.measured();
    const QVector<RunRecord> runs = project.runs().value_or(QVector<RunRecord>());
    for (auto record = runs.rbegin(); record != runs.rend(); ++record) {
        if (record->job != measureJob || record->model != fingerprint || record->measured != measured ||
            record->state == RunState::Running || !(stackOf(*record) == stack))
            continue;
        // One that cannot be read is no reason not to measure.
        if (auto progress = loadMeasure(project, record->id))
            return EarlierMeasure{record->id, std::move(*progress)};
    }
    return std::nullopt;
}

Result<MeasureProgress> loadMeasure(const Project &project, std::int64_t id)
{
    return attempt([&] {
        const RunRecord record =
            recordOfKind(project, id, measureJob, QT_TRANSLATE_NOOP("Error", "Run %1 is no measure."));
        return progressOf(project, record);
    });
}

} // namespace cw
