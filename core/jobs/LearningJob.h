// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditingJob.h"

namespace cw {

/// How far learning has come. A number that was not looked at is NaN.
struct LearningPoint {
    qint64 step = 0;
    int epoch = 0; ///< -1: before the first step
    double loss = 0;
    double recovery = 0;
    double devFb = 0;
    double devRecovery = 0;
};

/// A job that ends with an edit which it learns step by step.
class LearningJob : public EditingJob {
    Q_OBJECT

public:
    using EditingJob::EditingJob;

Q_SIGNALS:
    /// Emitted on the thread that works.
    void learned(const cw::LearningPoint &point);
};

} // namespace cw

Q_DECLARE_METATYPE(cw::LearningPoint)
