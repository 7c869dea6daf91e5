// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditSettings.h"
#include "core/jobs/Job.h"
#include "core/jobs/LoadedModel.h"

namespace cw {

struct Edit;

/// What is ticked as an edit, for a live preview: without hash and ledger.
class DraftJob : public Job {
    Q_OBJECT

public:
    DraftJob(const EditSettings &settings, const LoadedModel &model);

Q_SIGNALS:
    /// Once, at the end; emitted on the thread that works.
    void drafted(const std::shared_ptr<const cw::Edit> &edit);

private:
    void work(Monitor &monitor) override;

    const EditSettings m_settings;
    const LoadedModel m_model;
};

} // namespace cw

Q_DECLARE_METATYPE(std::shared_ptr<const cw::Edit>)
