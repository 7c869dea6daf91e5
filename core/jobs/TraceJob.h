// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/LoadedModel.h"
#include "core/jobs/TraceRun.h"

#include <optional>

namespace cw {

/// One causal trace: the head first, then part by part. Stopping it loses at most the part that runs.
class TraceJob : public Job {
    Q_OBJECT

public:
    /// loaded: the model, where it is open already; else the job opens settings.model. earlier: a trace that was
    /// stopped; where it is of the same numbers, only what it lacks is computed.
    explicit TraceJob(const TraceSettings &settings, const LoadedModel &loaded = {},
                      const std::optional<TraceProgress> &earlier = {});

Q_SIGNALS:
    /// Once, before the first part; emitted on the thread that works. continues: the parts given stand, and run.base is
    /// theirs.
    void baseReady(const cw::TraceRun &run, bool continues);
    void blockReady(const cw::TraceBlock &block);

private:
    void work(Monitor &monitor) override;
    TraceRun prepared(Monitor &monitor) const;
    void addTargets(TraceRun &run) const;

    const TraceSettings m_settings;
    LoadedModel m_loaded;
    std::optional<TraceProgress> m_earlier;
};

} // namespace cw
