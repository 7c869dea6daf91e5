// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/DemoLine.h"
#include "core/jobs/Job.h"
#include "core/jobs/TrainDemoSettings.h"

namespace cw {

/// Trains a demo model, examines what was written and puts the folder in its place: checkpoint, tokenizer, folds.json
/// and a model card. The folder is there whole or not at all.
class TrainDemoJob : public Job {
    Q_OBJECT

public:
    explicit TrainDemoJob(const TrainDemoSettings &settings);

Q_SIGNALS:
    /// The folder is in its place; lines: what it must reach, and whether it does.
    void trained(const cw::DemoLines &lines);

private:
    void work(Monitor &monitor) override;

    const TrainDemoSettings m_settings;
};

} // namespace cw
