// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/PreviewBase.h"

namespace cw {

/// Prepares live estimates. Stopped, it leaves what it has to the next one.
class PreviewGradientsJob : public Job {
    Q_OBJECT

public:
    explicit PreviewGradientsJob(std::shared_ptr<PreviewBase> base);

private:
    void work(Monitor &monitor) override;

    const std::shared_ptr<PreviewBase> m_base;
};

} // namespace cw
