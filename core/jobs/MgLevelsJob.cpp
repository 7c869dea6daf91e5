// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MgLevelsJob.h"

#include "core/engine/PartMonitor.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/MgEditJob.h"
#include "core/jobs/Threads.h"

#include <QDir>
#include <QElapsedTimer>
#include <iterator>

namespace cw {
namespace {

MgEditSettings ofLevel(EditLevel level, MgEditSettings settings)
{
    settings.level = level;
    return settings;
}

} // namespace

MgLevelsJob::MgLevelsJob(const MgEditSettings &settings, const LoadedModel &loaded)
    : Job(tr("MG-Editing at all levels on %1").arg(QDir(settings.model).dirName())), m_settings(settings),
      m_loaded(loaded)
{
}

void MgLevelsJob::check(const MgEditSettings &settings)
{
    for (const EditLevel level : allLevels)
        ofLevel(level, settings).check();
}

void MgLevelsJob::edit(EditLevel level, MgLevels &levels, Monitor &monitor)
{
    QElapsedTimer clock;
    clock.start();
    MgEditJob job(ofLevel(level, m_settings), m_loaded);
    connect(&job, &MgEditJob::made, &job, [&](const MadeEdit &edit) {
        Q_EMIT made(edit);
        levels.goal = edit.facts[QLatin1String("goal")].toString();
        if (levels.lines.empty())
            levels.lines.push_back(uneditedLine(edit));
        levels.lines.push_back(levelLine(edit, static_cast<double>(clock.elapsed()) * 1e-3));
        levels.isComplete = levels.lines.size() == 1 + std::size(allLevels);
        Q_EMIT grown(levels);
    });
    valueOrThrow(job.runHere(monitor));
}

void MgLevelsJob::work(Monitor &monitor)
{
    check(m_settings);
    useThreads(m_settings.threads);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Opening the model"));
    if (!m_loaded.checkpoint)
        m_loaded = loadModel(m_settings.model, m_settings.device, m_settings.dtype);
    const MgLevelsRun run{headOf(m_loaded), m_settings};
    Q_EMIT begun(run);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Editing at every level"));
    MgLevels levels;
    levels.model = run.folder;
    constexpr auto total = static_cast<std::int64_t>(std::size(allLevels));
    for (std::int64_t i = 0; i < total; ++i) {
        PartMonitor part(monitor, 1000 * i, 1000, 1000 * total);
        edit(allLevels[i], levels, part);
    }
}

} // namespace cw
