// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/LsdmEditSettings.h"
#include "core/jobs/MadeEdit.h"

namespace cw {

struct EditTarget;
struct LsdmInputs;
struct LsdmResult;

/// The target of one occupation, as it is found.
struct FoundTarget {
    QString name;
    int number = 0; ///< from 1
    int total = 0;
    std::vector<double> gaps; ///< at the start and after each step
};

/// LSDM (Cai et al. 2024): contexts, what should stay, a target for each occupation, the closed form, and what of it
/// survived.
class LsdmJob : public Job {
    Q_OBJECT

public:
    /// loaded: the model, where it is open already; else the job opens settings.model.
    explicit LsdmJob(const LsdmEditSettings &settings, const LoadedModel &loaded = {});

Q_SIGNALS:
    /// Emitted on the thread that works, as made() is.
    void targetFound(const cw::FoundTarget &target);
    /// Once, at the end.
    void made(const cw::MadeEdit &edit);

private:
    void work(Monitor &monitor) override;
    std::vector<EditTarget> targets(const LsdmInputs &inputs, const std::vector<int> &layers, Monitor &monitor);
    QJsonObject facts(const LsdmInputs &inputs, const std::vector<EditTarget> &targets, const LsdmResult &result) const;

    const LsdmEditSettings m_settings;
    LoadedModel m_loaded;
};

} // namespace cw

Q_DECLARE_METATYPE(cw::FoundTarget)
