// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/WeightPart.h"

#include <QObject>
#include <QPointer>
#include <memory>

namespace cw {

class Error;
class Job;
class JobQueue;
class Project;
class Selection;
class Settings;
class WeightPartsJob;

/// Measures what the weight browser shows of the checkpoint that is open. What it finds is kept in the project, and not
/// measured again for the same checkpoint.
class WeightMeasurer final : public QObject {
    Q_OBJECT
public:
    WeightMeasurer(Project &project, Selection &selection, JobQueue &jobs, const Settings &settings,
                   QObject *parent = nullptr);

    /// The norms of all rows and neurons; their gradients too where they are kept.
    void measureNorms();
    /// The gradients of the prompts that locating reads.
    void measureGradients();

Q_SIGNALS:
    void normsMeasured(const cw::PartNorms &norms);
    void gradientsMeasured(const cw::PartNorms &gradients);
    void measuringGradients(bool measuring);
    void failed(const cw::Error &error);

private:
    using Told = void (WeightMeasurer::*)(const PartNorms &);

    std::unique_ptr<WeightPartsJob> gradientsJob() const;
    /// Whether it is kept; then it is told.
    bool bringBack(const WeightPartsJob &job, Told told);
    void run(std::unique_ptr<WeightPartsJob> job, QPointer<Job> &running, Told told);

    Project &m_project;
    Selection &m_selection;
    JobQueue &m_jobs;
    const Settings &m_settings;
    QPointer<Job> m_norms;
    QPointer<Job> m_gradients;
};

} // namespace cw
