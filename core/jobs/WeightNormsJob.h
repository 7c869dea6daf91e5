// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/WeightPartsJob.h"

namespace cw {

/// The norms of all rows and neurons of a model, part by part.
class WeightNormsJob : public WeightPartsJob {
    Q_OBJECT

public:
    explicit WeightNormsJob(const LoadedModel &model);

private:
    void work(Monitor &monitor) override;
};

} // namespace cw
