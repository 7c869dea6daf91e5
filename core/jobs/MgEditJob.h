// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MgEditSettings.h"
#include "core/jobs/TrainingJob.h"

namespace cw {

/// MG-Editing (Qin et al. 2024): locates what answers he or she and trains that alone.
class MgEditJob : public TrainingJob {
    Q_OBJECT

public:
    explicit MgEditJob(const MgEditSettings &settings, const LoadedModel &loaded = {});

private:
    void check() const override { m_settings.check(); }
    Choice choose(const LoadedModel &model, const MgPrompts &prompts, Monitor &monitor) const override;
    Recipe recipe() const override;
    TickWords words(const LoadedModel &model, const MgPrompts &prompts, Monitor &monitor) const;

    const MgEditSettings m_settings;
};

} // namespace cw
