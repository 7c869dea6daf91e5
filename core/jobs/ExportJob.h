// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/ExportReport.h"
#include "core/jobs/Job.h"
#include "core/jobs/LoadedModel.h"

namespace cw {

/// What is written of a model that edits have changed.
struct ExportOrder {
    LoadedModel base;                   ///< the checkpoint that is copied
    std::shared_ptr<const Model> model; ///< edited from base.model
    QString folder;                     ///< that does not exist yet
    QString card;                       ///< Markdown behind the checkpoint's own model card
};

/// Writes a checkpoint with a model's weights: beside its place, read back and compared, then renamed, so that it is
/// there whole or not at all.
class ExportJob : public Job {
    Q_OBJECT

public:
    explicit ExportJob(const ExportOrder &order);

Q_SIGNALS:
    /// Once, at the end; emitted on the thread that works.
    void exported(const cw::ExportReport &report);

private:
    void work(Monitor &monitor) override;
    void verify(const QString &folder, ExportReport &report, Monitor &monitor) const;

    const ExportOrder m_order;
};

} // namespace cw
