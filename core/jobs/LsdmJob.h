// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LsdmEditSettings.h"
#include "core/jobs/OccupationJob.h"

namespace cw {

/// LSDM (Cai et al. 2024): the closed form that takes all targets at once.
class LsdmJob : public OccupationJob {
    Q_OBJECT

public:
    explicit LsdmJob(const LsdmEditSettings &settings, const LoadedModel &loaded = {});

private:
    Solution solve(const Task &task, Monitor &monitor) const override;
    Recipe recipe() const override;

    const LsdmEditSettings m_settings;
};

} // namespace cw
