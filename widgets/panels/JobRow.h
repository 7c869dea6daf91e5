// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobStatus.h"

#include <QFrame>

class QProgressBar;
class QToolButton;

namespace cw {

class ElidedLabel;

/// One job in a list: its title, stage, progress, rate and time left, and a button to cancel it.
class JobRow final : public QFrame {
    Q_OBJECT
public:
    explicit JobRow(QWidget *parent = nullptr);

    void setStatus(const JobStatus &status);
    const JobStatus &status() const { return m_status; }
    /// Below all else: how what the job learns goes.
    void setCurve(QWidget *curve);

Q_SIGNALS:
    void cancelClicked();

private:
    JobStatus m_status;
    ElidedLabel *m_title;
    ElidedLabel *m_stage;
    ElidedLabel *m_rate;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
};

/// "layers 3 of 12, 41 a second, 12 s left": what is known of a job's pace.
QString paceText(const JobStatus &status);

} // namespace cw
