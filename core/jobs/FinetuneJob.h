// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/FinetuneSettings.h"
#include "core/jobs/TrainingJob.h"

namespace cw {

/// Fine-tuning of modules that were chosen beforehand, as a baseline of the methods that locate or solve.
class FinetuneJob : public TrainingJob {
    Q_OBJECT

public:
    explicit FinetuneJob(const FinetuneSettings &settings, const LoadedModel &loaded = {});

private:
    void check() const override { m_settings.check(); }
    Choice choose(const LoadedModel &model, const MgPrompts &prompts, Monitor &monitor) const override;
    Recipe recipe() const override;

    const FinetuneSettings m_settings;
};

} // namespace cw
