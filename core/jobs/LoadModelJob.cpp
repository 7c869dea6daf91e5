// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LoadModelJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Placing.h"
#include "core/engine/Monitor.h"
#include "core/engine/PlacedModel.h"

#include <QDir>

namespace cw {

LoadedModel loadModel(const QString &folder, const QString &device, const QString &dtype)
{
    LoadedModel loaded;
    loaded.checkpoint = Checkpoint::open(folder);
    return placedModel(loaded, device, dtype);
}

LoadedModel placedModel(const LoadedModel &loaded, const QString &device, const QString &dtype)
{
    const Placement wanted = placementFor(*loaded.checkpoint, device, dtype);
    return {loaded.checkpoint, loaded.model ? placedAt(loaded.model, wanted) : loaded.checkpoint->model(wanted),
            loaded.stack};
}

LoadModelJob::LoadModelJob(const QString &folder, const QString &device, const QString &dtype)
    : Job(tr("Open %1").arg(QDir(folder).dirName())), m_folder(folder), m_device(device), m_dtype(dtype)
{
    openAnew();
}

void LoadModelJob::work(Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Opening the model"));
    const LoadedModel model = loadModel(m_folder, m_device, m_dtype);
    monitor.step(1, 1);
    Q_EMIT loaded(model);
}

} // namespace cw
