// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditSettings.h"
#include "core/jobs/EditingJob.h"

namespace cw {

struct ActiveEdit;

/// Makes an edit of what is ticked, applies it and counts what of it survived.
class EditJob : public EditingJob {
    Q_OBJECT

public:
    /// loaded: the model, where it is open already; else the job opens settings.model.
    explicit EditJob(const EditSettings &settings, const LoadedModel &loaded = {});

private:
    void work(Monitor &monitor) override;

    const EditSettings m_settings;
    LoadedModel m_loaded;
};

/// "zero layers.2.mlp.out:7,9-12": what people call the edit.
QString titleOf(const EditSettings &settings);

/// Applies an edit: ledger, changed model and its hash. baseHash: that of the base, which takes reading all of it.
MadeEdit applied(const LoadedModel &base, const QString &baseHash, const std::shared_ptr<const Edit> &edit,
                 double strength, Monitor &monitor);
/// The same of several edits; the outcome's edit is null.
MadeEdit applied(const LoadedModel &base, const QString &baseHash, const std::vector<ActiveEdit> &edits,
                 Monitor &monitor);

} // namespace cw
