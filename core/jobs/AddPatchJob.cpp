// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/AddPatchJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/PatchFile.h"
#include "core/engine/Monitor.h"
#include "core/jobs/PatchFacts.h"
#include "core/jobs/Threads.h"

#include <QFileInfo>

namespace cw {

AddPatchJob::AddPatchJob(const QString &path, const LoadedModel &model, Foreign foreign)
    : EditingJob(tr("Add %1").arg(QFileInfo(path).fileName()), Lane::Interactive), m_path(path), m_model(model),
      m_foreign(foreign)
{
}

void AddPatchJob::work(Monitor &monitor)
{
    useThreads(0);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading the patch"));
    monitor.step(0, 1);
    const Patch patch = readPatch(m_path);
    const QString hash = m_model.checkpoint->hash(monitor);
    if (patch.baseHash != hash && m_foreign == Foreign::Asked)
        Q_EMIT isForeign(patch.baseName);
    else
        Q_EMIT made(appliedPatch(patch, m_model, hash, 1, monitor));
}

} // namespace cw
