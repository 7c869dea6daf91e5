// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/MadeEdit.h"
#include "core/jobs/MgEditSettings.h"
#include "core/jobs/MgLevels.h"
#include "core/jobs/MgLevelsRun.h"

namespace cw {

/// MG-Editing at all five levels with the same prompts, seed and settings, beside one another (Qin et al. 2024, tables
/// V to VII): the rate is each level's own unless the settings name one.
class MgLevelsJob : public Job {
    Q_OBJECT

public:
    /// loaded: the model, where it is open already; else the job opens settings.model.
    explicit MgLevelsJob(const MgEditSettings &settings, const LoadedModel &loaded = {});

    /// Throws Error of kind Input where something is missing, or settings narrow what a level trains.
    static void check(const MgEditSettings &settings);

Q_SIGNALS:
    /// Once, when the model is open; this and what follows are emitted on the thread that works.
    void begun(const cw::MgLevelsRun &run);
    /// The edit of each level in turn, before the comparison has grown by it.
    void made(const cw::MadeEdit &edit);
    /// All that was compared so far: with the first level comes the unedited model.
    void grown(const cw::MgLevels &levels);

private:
    void work(Monitor &monitor) override;
    void edit(EditLevel level, MgLevels &levels, Monitor &monitor);

    const MgEditSettings m_settings;
    LoadedModel m_loaded;
};

} // namespace cw
