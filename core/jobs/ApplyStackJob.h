// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EnabledEdit.h"
#include "core/jobs/Job.h"
#include "core/jobs/LoadedModel.h"

namespace cw {

/// Makes the model that a stack makes of a checkpoint. Edits that were made for another one are left out.
class ApplyStackJob : public Job {
    Q_OBJECT

public:
    /// A model that was made before, and what it was made of: what both say the same of is not computed again.
    struct Earlier {
        LoadedModel model;
        QVector<EnabledEdit> edits;
    };

    ApplyStackJob(const LoadedModel &base, const QVector<EnabledEdit> &edits, const Earlier &earlier = {});

Q_SIGNALS:
    /// Once, at the end, with the checkpoint's hash; emitted on the thread that works.
    void applied(const cw::LoadedModel &model, const QString &baseHash);

private:
    void work(Monitor &monitor) override;

    const LoadedModel m_base;
    const QVector<EnabledEdit> m_edits;
    const Earlier m_earlier;
};

} // namespace cw
