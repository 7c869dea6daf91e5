// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/ApplyStackJob.h"

#include <QObject>
#include <QPointer>

namespace cw {

class EditStack;
class Error;
class JobQueue;
class Selection;

/// Keeps the model that is worked with what the stack makes of the open checkpoint. While one stack is applied, only
/// the last of those that came since is remembered, so that a slider never waits.
class StackedModel final : public QObject {
    Q_OBJECT
public:
    StackedModel(EditStack &stack, Selection &selection, JobQueue &jobs, QObject *parent = nullptr);

Q_SIGNALS:
    void failed(const cw::Error &error);

private:
    void follow();
    void start();
    void goOn();

    EditStack &m_stack;
    Selection &m_selection;
    JobQueue &m_jobs;
    QPointer<ApplyStackJob> m_job;
    ApplyStackJob::Earlier m_applied;
    bool m_isBehind = false; ///< something came while the job ran
};

} // namespace cw
