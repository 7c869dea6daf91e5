// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/ReadyEditJob.h"

namespace cw {

ReadyEditJob::ReadyEditJob(const MadeEdit &edit) : EditingJob(edit.title, Lane::Interactive), m_edit(edit)
{
    beSilent();
}

void ReadyEditJob::work(Monitor &)
{
    Q_EMIT made(m_edit);
}

} // namespace cw
