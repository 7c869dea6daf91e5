// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/ApplyStackJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Edit.h"
#include "core/engine/Monitor.h"
#include "core/jobs/Threads.h"

namespace cw {

ApplyStackJob::ApplyStackJob(const LoadedModel &base, const QVector<EnabledEdit> &edits)
    : Job(tr("Apply the edits"), Lane::Interactive), m_base(base), m_edits(edits)
{
    beSilent();
}

void ApplyStackJob::work(Monitor &monitor)
{
    useThreads(0);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading the model's hash"));
    const QString hash = m_base.checkpoint->hash(monitor);
    ActiveEdits own;
    StackSnapshot stack;
    for (const EnabledEdit &edit : m_edits) {
        if (edit.base != hash)
            continue;
        own.push_back({edit.edit, edit.part.alpha});
        stack.parts.append(edit.part);
    }
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Applying the edits"));
    Q_EMIT applied({m_base.checkpoint, edited(m_base.model, own, monitor), stack}, hash);
}

} // namespace cw
