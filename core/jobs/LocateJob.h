// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/LoadedModel.h"
#include "core/jobs/LocateRun.h"
#include "core/jobs/Located.h"

namespace cw {

/// Locates layers, modules, rows or weights by the votes of prompts.
class LocateJob : public Job {
    Q_OBJECT

public:
    /// loaded: the model, where it is open already; else the job opens settings.model.
    explicit LocateJob(const LocateSettings &settings, const LoadedModel &loaded = {});

Q_SIGNALS:
    /// Once, when the model is open; emitted on the thread that works.
    void begun(const cw::LocateRun &run);
    /// Once, at the end; where it is stopped after the prompts were read, too: then it is not complete.
    void located(const cw::Located &located);

private:
    void work(Monitor &monitor) override;
    LocateRun run() const;

    const LocateSettings m_settings;
    LoadedModel m_loaded;
};

} // namespace cw
