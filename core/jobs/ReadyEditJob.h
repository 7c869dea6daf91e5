// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditingJob.h"

namespace cw {

/// Gives an edit that another job has made: so it comes to a stack as any edit does. Waits for no longer work.
class ReadyEditJob final : public EditingJob {
    Q_OBJECT

public:
    explicit ReadyEditJob(const MadeEdit &edit);

private:
    void work(Monitor &monitor) override;

    const MadeEdit m_edit;
};

} // namespace cw
