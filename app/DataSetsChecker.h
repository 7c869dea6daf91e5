// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace cw {

class DataSetsDialog;
class FileSumsJob;
class JobQueue;
class Settings;

/// Shows which data sets the person's folder holds, and works out beside the window whether they are the published
/// ones.
class DataSetsChecker final : public QObject {
    Q_OBJECT
public:
    DataSetsChecker(JobQueue &jobs, Settings &settings, QWidget &window);

    void showSets();

private:
    void sum(const QStringList &paths);

    JobQueue &m_jobs;
    Settings &m_settings;
    QWidget &m_window;
    QPointer<DataSetsDialog> m_dialog;
    QPointer<FileSumsJob> m_job;
};

} // namespace cw
