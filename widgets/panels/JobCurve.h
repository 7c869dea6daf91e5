// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GapCurve.h"
#include "widgets/views/Sparkline.h"

class QLabel;

namespace cw {

class Job;
struct LearningPoint;

/// How what a running job learns goes: of the targets of LSDM, ROME and MEMIT the mean gap by step, of training the
/// loss by step.
class JobCurve final : public QWidget {
    Q_OBJECT
public:
    /// Follows a job; nullptr where it learns nothing.
    static JobCurve *of(Job &job, QWidget *parent);

private:
    explicit JobCurve(QWidget *parent);
    void addTarget(const FoundTarget &target);
    void addPoint(const LearningPoint &point);
    void say(const QString &text);

    Sparkline *m_line;
    QLabel *m_text;
    GapCurve m_gaps;
    QVector<Sparkline::Point> m_losses;
};

} // namespace cw
