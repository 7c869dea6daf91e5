// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GetSettings.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace cw {

class Error;
class GetModelDialog;
class GetModelJob;
class JobQueue;
class Settings;
struct GotModel;

/// Downloads models from a hub: asks which by a dialog, which may be hidden while the download goes on.
class Fetcher final : public QObject {
    Q_OBJECT
public:
    Fetcher(JobQueue &jobs, Settings &settings, QWidget &window);

    void ask();

Q_SIGNALS:
    void openAsked(const QString &folder);
    /// A download ended while its dialog was hidden.
    void fetched(const QString &sentence);
    void failed(const cw::Error &error);

private:
    void buildDialog();
    void start(const GetSettings &settings);
    void stop();
    void end(const GotModel &model);
    void end(const Error &error);

    JobQueue &m_jobs;
    Settings &m_settings;
    QWidget &m_window;
    GetModelDialog *m_dialog = nullptr;
    QPointer<GetModelJob> m_job;
};

} // namespace cw
