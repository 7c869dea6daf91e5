// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GradientSettings.h"
#include "core/jobs/WeightPartsJob.h"

namespace cw {

/// How strongly the prompts that locating reads pull at each row and neuron: the gradient of their loss, part by part.
class WeightGradientsJob : public WeightPartsJob {
    Q_OBJECT

public:
    WeightGradientsJob(const GradientSettings &settings, const LoadedModel &model);

private:
    void work(Monitor &monitor) override;

    const GradientSettings m_asked;
};

} // namespace cw
