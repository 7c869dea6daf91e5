// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/ExportReport.h"
#include "core/jobs/Job.h"
#include "core/jobs/MadeEdit.h"
#include "core/jobs/ProbedEdit.h"

namespace cw {

/// What is written of a model that edits have changed.
struct ExportOrder {
    MadeEdit edit;          ///< of whose base the checkpoint is copied
    QString folder;         ///< that does not exist yet
    PreviewSettings probes; ///< by which it is scored before and after
};

/// Writes a checkpoint with a model's weights, and into its model card what was edited and its scores before and after:
/// beside its place, read back and compared, then renamed, so that it is there whole or not at all.
class ExportJob : public Job {
    Q_OBJECT

public:
    explicit ExportJob(const ExportOrder &order);

Q_SIGNALS:
    /// Once, at the end; emitted on the thread that works.
    void exported(const cw::ExportReport &report);

private:
    void work(Monitor &monitor) override;
    void score(Monitor &monitor);
    void verify(const QString &folder, ExportReport &report, Monitor &monitor) const;
    double largestDifference(const Model &read, Monitor &monitor) const;

    const ExportOrder m_order;
    Result<ProbedEdit> m_probed; ///< an Error where the model cannot be asked
};

} // namespace cw
