// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Attempt.h"
#include "core/jobs/ReportJob.h"

#include <QObject>

class QAction;
class QWidget;

namespace cw {

class JobQueue;
class MeasureTable;
class Measurer;
class ShownMeasures;

/// Takes the measures that are shown out of the program: as a report, as a picture, and item by item. Shows the items
/// of one.
class MeasureExporter final : public QObject {
    Q_OBJECT
public:
    MeasureExporter(ShownMeasures &shown, const Measurer &measurer, const MeasureTable &table, JobQueue &jobs,
                    QWidget &window);

    void exportReport();
    void exportPicture();
    void copyPicture();
    void showItems(int row);

Q_SIGNALS:
    /// Something was written or copied: a sentence for the status bar.
    void done(const QString &sentence);
    void failed(const cw::Error &error);

private:
    ReportJob::Content content() const;
    void write(const QString &path);
    void writeItems(const std::shared_ptr<const MeasureProgress> &progress, const QString &path);
    void tell(const Result<void> &result, const QString &path);

    ShownMeasures &m_shown;
    const Measurer &m_measurer;
    const MeasureTable &m_table;
    JobQueue &m_jobs;
    QWidget &m_window;
};

} // namespace cw
