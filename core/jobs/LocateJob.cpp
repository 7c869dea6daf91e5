// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LocateJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Monitor.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/Locator.h"
#include "core/jobs/MgPrompts.h"
#include "core/jobs/Threads.h"

#include <QDir>
#include <QElapsedTimer>

namespace cw {

LocateJob::LocateJob(const LocateSettings &settings, const LoadedModel &loaded)
    : Job(tr("Locating %1 of %2").arg(settings.whatName(), QDir(settings.model).dirName())), m_settings(settings),
      m_loaded(loaded)
{
}

LocateRun LocateJob::run() const
{
    return {headOf(m_loaded), m_settings};
}

void LocateJob::work(Monitor &monitor)
{
    QElapsedTimer clock;
    clock.start();
    m_settings.check();
    useThreads(m_settings.threads);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Opening the model"));
    if (!m_loaded.checkpoint)
        m_loaded = loadModel(m_settings.model, m_settings.device, m_settings.dtype);
    Q_EMIT begun(run());
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading the data"));
    const MgPrompts prompts = mgPrompts(m_loaded, m_settings, monitor);
    const MgPrompts::Fold fold = prompts.locating();
    Located result;
    const Result<void> ended =
        attempt([&] { result = Locator(*m_loaded.model, fold.prompts, m_settings).what(m_settings.what, monitor); });
    if (!ended && ended.error().kind() != Error::Kind::Cancelled)
        throw Error(ended.error());
    result.isComplete = result.isComplete && ended;
    result.settings = m_settings;
    result.kind = prompts.kind;
    result.goal = prompts.goal;
    result.prompts = fold.names.mid(0, static_cast<qsizetype>(result.winners.size()));
    result.seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    Q_EMIT located(result);
    if (!result.isComplete)
        throw Error(Error::Kind::Cancelled, QT_TRANSLATE_NOOP("Error", "Stopped: what was finished is kept."));
}

} // namespace cw
