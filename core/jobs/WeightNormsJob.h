// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/WeightPart.h"

namespace cw {

/// The norms of all rows and neurons of a model, part by part.
class WeightNormsJob : public Job {
    Q_OBJECT

public:
    explicit WeightNormsJob(const LoadedModel &model);

Q_SIGNALS:
    /// Emitted on the thread that works.
    void measured(const cw::PartNorms &norms);

private:
    void work(Monitor &monitor) override;

    const LoadedModel m_model;
};

} // namespace cw
