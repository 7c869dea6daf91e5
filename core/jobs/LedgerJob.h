// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/MadeEdit.h"

namespace cw {

/// Counts what an edit changes of an open model, as is done when one is made: for one that no job has made, such as
/// several that were merged.
class LedgerJob : public Job {
    Q_OBJECT

public:
    LedgerJob(const QString &title, const LoadedModel &below, const std::shared_ptr<const Edit> &edit);

Q_SIGNALS:
    /// Once, at the end; emitted on the thread that works.
    void counted(const cw::MadeEdit &edit);

private:
    void work(Monitor &monitor) override;

    const LoadedModel m_below;
    const std::shared_ptr<const Edit> m_edit;
};

} // namespace cw
