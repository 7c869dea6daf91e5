// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/HashJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Monitor.h"
#include "core/jobs/Threads.h"

#include <QDir>

namespace cw {

HashJob::HashJob(std::shared_ptr<const Checkpoint> checkpoint)
    : Job(tr("Hash of %1").arg(QDir(checkpoint->folder()).dirName()), Lane::Batch, JobStatus::Unit::Bytes),
      m_checkpoint(std::move(checkpoint))
{
}

void HashJob::work(Monitor &monitor)
{
    useThreads(0);
    Q_EMIT hashed(m_checkpoint->fingerprint(), m_checkpoint->hash(monitor));
}

} // namespace cw
