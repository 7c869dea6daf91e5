// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/LoadedModel.h"
#include "core/jobs/MeasureSummary.h"

#include <optional>

namespace cw {

/// Takes one measure of one model: the head first, then part by part. Stopping it loses at most the part that runs.
class MeasureJob : public Job {
    Q_OBJECT

public:
    /// settings: with one measure and one model. loaded: the model, where it is open already. earlier: a measure that
    /// was stopped, or finished; where it is of the same numbers, only what it lacks is computed.
    explicit MeasureJob(const MeasureSettings &settings, const LoadedModel &loaded = {},
                        const std::optional<MeasureProgress> &earlier = {});

Q_SIGNALS:
    /// Once, before the first part; emitted on the thread that works. continues: what was given as earlier stands.
    void begun(const cw::MeasureRun &run, bool continues);
    void blockReady(const cw::MeasureBlock &block);
    /// Behind the last part of a measure that is complete: its numbers, so that nobody resamples them again.
    void summarised(const cw::MeasureSummary &summary);

private:
    void work(Monitor &monitor) override;
    MeasureRun prepared(const MeasureTask &task) const;
    std::unique_ptr<MeasureTask> openTask(const Measure &measure, const MeasureModel &model) const;
    void take(const MeasureTask &task, const MeasureModel &model, MeasureProgress progress, Monitor &monitor);
    bool isEnough(const MeasureProgress &progress) const;

    const MeasureSettings m_settings;
    LoadedModel m_loaded;
    std::optional<MeasureProgress> m_earlier;
};

/// "Gap between he and she of gpt2": what people call the job.
QString titleOf(const MeasureSettings &settings);

} // namespace cw
