// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/OccupationJob.h"
#include "core/jobs/RomeEditSettings.h"

namespace cw {

/// ROME (Meng et al. 2022) as a baseline: every edit is searched for in the model with those before it.
class RomeJob : public OccupationJob {
    Q_OBJECT

public:
    explicit RomeJob(const RomeEditSettings &settings, const LoadedModel &loaded = {});

private:
    std::vector<int> layersIn(int count) const override;
    Solution solve(const Task &task, Monitor &monitor) const override;
    Recipe recipe() const override;

    const RomeEditSettings m_settings;
};

} // namespace cw
