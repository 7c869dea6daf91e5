// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MemitEditSettings.h"
#include "core/jobs/OccupationJob.h"

namespace cw {

/// MEMIT (Meng et al. 2023) as a baseline: LSDM with the targets, keys and settings of its authors.
class MemitJob : public OccupationJob {
    Q_OBJECT

public:
    explicit MemitJob(const MemitEditSettings &settings, const LoadedModel &loaded = {});

private:
    Solution solve(const Task &task, Monitor &monitor) const override;
    Recipe recipe() const override;

    const MemitEditSettings m_settings;
};

} // namespace cw
