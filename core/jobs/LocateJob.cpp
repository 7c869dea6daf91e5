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
namespace {

Located locatedBy(const Locator &locator, LocateSettings::What what, Monitor &monitor)
{
    switch (what) {
    case LocateSettings::What::Layers: return locator.layers(monitor);
    case LocateSettings::What::Modules: return locator.modules(monitor);
    case LocateSettings::What::Rows: return locator.rows(monitor);
    case LocateSettings::What::Weights: return locator.weights(monitor);
    }
    return {};
}

} // namespace

LocateJob::LocateJob(const LocateSettings &settings, const LoadedModel &loaded)
    : Job(tr("Locating %1 of %2").arg(settings.whatName(), QDir(settings.model).dirName())), m_settings(settings),
      m_loaded(loaded)
{
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
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading the data"));
    const MgPrompts prompts = mgPrompts(m_loaded, m_settings, monitor);
    const MgPrompts::Fold fold = prompts.locating();
    Located result = locatedBy(Locator(*m_loaded.model, fold.prompts, m_settings), m_settings.what, monitor);
    result.settings = m_settings;
    result.kind = prompts.kind;
    result.goal = prompts.goal;
    result.prompts = fold.names;
    result.seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    Q_EMIT located(result);
}

} // namespace cw
