// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/MeasureReport.h"

#include <memory>

namespace cw {

/// Writes measures that were taken to a file, in the form that its ending names.
class ReportJob : public Job {
    Q_OBJECT

public:
    struct Content {
        std::vector<std::shared_ptr<const MeasureProgress>> runs; ///< the base model's first
        QVector<MeasureNotRun> notRun;
        QString against; ///< folder of the base model; empty: nothing is compared
    };

    ReportJob(const QString &path, Content content);

private:
    void work(Monitor &monitor) override;

    const QString m_path;
    const Content m_content;
};

} // namespace cw
