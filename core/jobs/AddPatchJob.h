// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditingJob.h"

namespace cw {

/// Makes an edit of the open model from a patch file. Waits for no longer work.
class AddPatchJob : public EditingJob {
    Q_OBJECT

public:
    /// Whether a patch is taken that was made for another model.
    enum class Foreign { Asked, Taken };

    AddPatchJob(const QString &path, const LoadedModel &model, Foreign foreign);

Q_SIGNALS:
    /// In place of made(): the patch was made for the model of that name, and it was not said to take it all the same.
    /// Emitted on the thread that works.
    void isForeign(const QString &baseName);

private:
    void work(Monitor &monitor) override;

    const QString m_path;
    const LoadedModel m_model;
    const Foreign m_foreign;
};

} // namespace cw
