// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LoadedModel.h"

#include <QObject>
#include <QPointer>

namespace cw {

class Error;
class Job;
class JobQueue;

/// The model that the open one is compared with: opened from a folder, none at first.
class ComparedModel final : public QObject {
    Q_OBJECT
public:
    explicit ComparedModel(JobQueue &jobs, QObject *parent = nullptr) : QObject(parent), m_jobs(jobs) {}

    /// Leaves the model there is and opens the one in a folder; an empty folder: none.
    void open(const QString &folder);
    bool isOpen() const { return m_model.checkpoint != nullptr; }
    const LoadedModel &model() const { return m_model; }

Q_SIGNALS:
    void opened(const cw::LoadedModel &model);
    void failed(const cw::Error &error);

private:
    JobQueue &m_jobs;
    LoadedModel m_model;
    QPointer<Job> m_loading;
};

} // namespace cw
