// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MeasureJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/data/DataFolder.h"
#include "core/data/FileSum.h"
#include "core/engine/FreeMemory.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/engine/PartMonitor.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/LoadPatched.h"
#include "core/jobs/MemoryCheck.h"
#include "core/jobs/Threads.h"
#include "core/measures/ConfidenceSequence.h"
#include "core/measures/MeasureModel.h"
#include "core/measures/Subset.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>

namespace cw {
namespace {

/// Tokens that a measure needs room for, whatever its items are.
constexpr std::int64_t leastTokens = 64;

MeasureFileFact factOf(const QString &path, const QString &official)
{
    const QString sum = sha256Of(path);
    return {path, sum, official.isEmpty() || official == sum};
}

/// The files that the numbers are of: those of the data set that are there, or the person's own, and the patches.
QVector<MeasureFileFact> filesOf(const MeasureInfo &info, const MeasureSettings &settings)
{
    QVector<MeasureFileFact> facts;
    const QString set = QLatin1String(info.set);
    const DataFolder folder(settings.data);
    if (info.isOfText && !settings.text.isEmpty())
        facts.append(factOf(settings.text, {}));
    else if (!set.isEmpty())
        for (const DataFileInfo &file : dataSet(set).files)
            if (const QString path = folder.find(set, file.key); !path.isEmpty())
                facts.append(factOf(path, file.sha256));
    if (const auto goal = settings.goalAsked(); goal && goal->kind == Goal::Kind::Custom)
        facts.append(factOf(goal->file, {}));
    for (const QString &patch : settings.patches)
        facts.append(factOf(patch, {}));
    return facts;
}

/// When the newest file of weights was written.
QString weightsTime(const QString &folder)
{
    QDateTime newest;
    for (const QFileInfo &file :
         QDir(folder).entryInfoList({QStringLiteral("*.safetensors"), QStringLiteral("*.bin")}, QDir::Files))
        newest = std::max(newest, file.lastModified().toUTC());
    return newest.toString(Qt::ISODateWithMs);
}

} // namespace

MeasureJob::MeasureJob(const MeasureSettings &settings, const LoadedModel &loaded,
                       const std::optional<MeasureProgress> &earlier)
    : Job(titleOf(settings)), m_settings(settings), m_loaded(loaded), m_earlier(earlier)
{
}

void MeasureJob::work(Monitor &monitor)
{
    m_settings.check();
    const Measure &measure = *measureNamed(m_settings.measures);
    useThreads(m_settings.threads);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Opening the model"));
    m_loaded = m_loaded.checkpoint ? placedModel(m_loaded, m_settings.device, m_settings.dtype)
                                   : loadPatched(m_settings.models.first(), m_settings.patches, m_settings.device,
                                                 m_settings.dtype, monitor);
    requireMemory(*m_loaded.model, leastTokens, freeMemoryOf(m_loaded.model->placement().device));
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading the data"));
    const MeasureModel model(m_loaded.checkpoint, m_loaded.model, m_settings.batch);
    const std::unique_ptr<MeasureTask> task = openTask(measure, model);
    const MeasureRun run = prepared(*task);
    const bool continues = m_earlier && canContinue(m_earlier->run, run);
    MeasureProgress progress = continues ? std::move(*m_earlier) : MeasureProgress(run);
    m_earlier.reset();
    Q_EMIT begun(run, continues);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Measuring"));
    take(*task, model, std::move(progress), monitor);
}

std::unique_ptr<MeasureTask> MeasureJob::openTask(const Measure &measure, const MeasureModel &model) const
{
    const DataFolder folder(m_settings.data);
    auto task =
        measure.open({folder, m_settings.text, m_settings.goalAsked(), m_settings.seed, m_settings.samples}, model);
    if (m_settings.limit > 0)
        task->keep(stratifiedSubset(task->items(), static_cast<std::size_t>(m_settings.limit), m_settings.seed));
    if (m_settings.until > 0)
        task->keep(clustersInDrawnOrder(task->items(), m_settings.seed));
    return task;
}

void MeasureJob::take(const MeasureTask &task, const MeasureModel &model, MeasureProgress progress, Monitor &monitor)
{
    const std::size_t count = progress.states.size();
    const auto total = static_cast<std::int64_t>(count);
    std::size_t done = progress.settled();
    while (done < count && !isEnough(progress)) {
        monitor.step(static_cast<std::int64_t>(done), total);
        PartMonitor within(monitor, static_cast<std::int64_t>(done), 1, total);
        const MeasureBlock block{done, task.run(done, model, within)};
        done += block.outcomes.size();
        progress.insert(block);
        Q_EMIT blockReady(block);
    }
    if (done < count) {
        MeasureBlock rest{done, std::vector<ItemOutcome>(count - done)};
        for (ItemOutcome &outcome : rest.outcomes)
            outcome.isSpared = true;
        progress.insert(rest);
        Q_EMIT blockReady(rest);
    }
    monitor.step(total, total);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Resampling"));
    Q_EMIT summarised(summarise(progress));
}

bool MeasureJob::isEnough(const MeasureProgress &progress) const
{
    return m_settings.until > 0 && sequenceHalfWidth(headlineOfClusters(progress)) <= m_settings.until;
}

MeasureRun MeasureJob::prepared(const MeasureTask &task) const
{
    MeasureRun run;
    run.settings = m_settings;
    static_cast<RunHead &>(run) = headOf(m_loaded);
    run.weights = weightsTime(run.folder);
    run.goal = task.goal();
    run.files = filesOf(run.info(), m_settings);
    run.items = task.items();
    run.moreColumns = task.moreColumns();
    return run;
}

QString titleOf(const MeasureSettings &settings)
{
    const Measure *measure = measureNamed(settings.measures);
    const QString name = measure ? QCoreApplication::translate("Measure", measure->info.title) : settings.measures;
    return MeasureJob::tr("%1 of %2").arg(name, QDir(settings.subject()).dirName());
}

} // namespace cw
