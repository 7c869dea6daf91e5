// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/LoadedModel.h"
#include "core/measures/SideEffects.h"

namespace cw {

struct Edit;

/// Looks for what an edit did to sentences that it should leave alone.
class SideEffectsJob : public Job {
    Q_OBJECT

public:
    /// title: of the edit, whose side effects at strength 1 are looked for. before: the model with the edits below it.
    /// threads: as useThreads() takes them.
    SideEffectsJob(const QString &title, const LoadedModel &before, std::shared_ptr<const Edit> edit, int threads = 0);

Q_SIGNALS:
    /// Once, at the end; emitted on the thread that works.
    void scanned(const cw::SideEffects &effects);

private:
    void work(Monitor &monitor) override;

    const LoadedModel m_before;
    const std::shared_ptr<const Edit> m_edit;
    const int m_threads;
};

} // namespace cw
