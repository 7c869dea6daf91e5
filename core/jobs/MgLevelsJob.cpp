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

constexpr EditLevel levels[] = {EditLevel::Full, EditLevel::Layer, EditLevel::Module, EditLevel::Row,
                                EditLevel::Weight};

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
    for (const EditLevel level : levels)
        ofLevel(level, settings).check();
}

void MgLevelsJob::work(Monitor &monitor)
{
    check(m_settings);
    useThreads(m_settings.threads);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Opening the model"));
    if (!m_loaded.checkpoint)
        m_loaded = loadModel(m_settings.model, m_settings.device, m_settings.dtype);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Editing at every level"));
    constexpr auto total = static_cast<std::int64_t>(std::size(levels));
    for (std::int64_t i = 0; i < total; ++i) {
        PartMonitor part(monitor, 1000 * i, 1000, 1000 * total);
        QElapsedTimer clock;
        clock.start();
        MgEditJob job(ofLevel(levels[i], m_settings), m_loaded);
        connect(&job, &MgEditJob::made, &job, [&](const MadeEdit &edit) {
            if (i == 0)
                Q_EMIT lineReady(uneditedLine(edit));
            Q_EMIT lineReady(levelLine(edit, static_cast<double>(clock.elapsed()) * 1e-3));
            Q_EMIT made(edit);
        });
        valueOrThrow(job.runHere(part));
    }
}

} // namespace cw
