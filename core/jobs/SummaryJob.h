// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/MeasureComparison.h"

#include <memory>

namespace cw {

/// Makes the numbers of a measure that was taken, with their full intervals; with another model, what changed, too.
class SummaryJob : public Job {
    Q_OBJECT

public:
    /// after: the same measure of the model that is compared; null: none.
    explicit SummaryJob(std::shared_ptr<const MeasureProgress> before,
                        std::shared_ptr<const MeasureProgress> after = nullptr);

Q_SIGNALS:
    /// Without a model that is compared; emitted on the thread that works.
    void summarised(const cw::MeasureSummary &summary);
    /// With one.
    void compared(const cw::MeasureComparison &comparison);

private:
    void work(Monitor &monitor) override;

    const std::shared_ptr<const MeasureProgress> m_before;
    const std::shared_ptr<const MeasureProgress> m_after;
};

} // namespace cw

Q_DECLARE_METATYPE(cw::MeasureComparison)
