// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LedgerJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/jobs/EditJob.h"
#include "core/jobs/Threads.h"

namespace cw {

LedgerJob::LedgerJob(const QString &title, const LoadedModel &below, const std::shared_ptr<const Edit> &edit)
    : Job(tr("Count changes: %1").arg(title)), m_below(below), m_edit(edit)
{
}

void LedgerJob::work(Monitor &monitor)
{
    useThreads(0);
    Q_EMIT counted(applied(m_below, m_below.checkpoint->hash(monitor), m_edit, 1, monitor));
}

} // namespace cw
