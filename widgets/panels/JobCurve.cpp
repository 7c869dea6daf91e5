// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/JobCurve.h"

#include "core/jobs/LearningJob.h"
#include "widgets/style/Numbers.h"

#include <QLabel>
#include <QVBoxLayout>
#include <cmath>

namespace cw {

JobCurve::JobCurve(QWidget *parent) : QWidget(parent), m_line(new Sparkline(this)), m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("jobCurve"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_line);
    layout->addWidget(m_text);
    hide();
}

JobCurve *JobCurve::of(Job &job, QWidget *parent)
{
    if (auto *editing = qobject_cast<OccupationJob *>(&job)) {
        auto *curve = new JobCurve(parent);
        connect(editing, &OccupationJob::targetFound, curve, &JobCurve::addTarget);
        return curve;
    }
    if (auto *learning = qobject_cast<LearningJob *>(&job)) {
        auto *curve = new JobCurve(parent);
        connect(learning, &LearningJob::learned, curve, &JobCurve::addPoint);
        return curve;
    }
    return nullptr;
}

void JobCurve::say(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(true);
}

void JobCurve::addTarget(const FoundTarget &target)
{
    m_gaps.add(target);
    const std::vector<double> &means = m_gaps.means();
    if (means.empty())
        return;
    QVector<Sparkline::Point> points;
    for (const double mean : means)
        points.append({mean, true});
    m_line->setPoints(points, means.front());
    say(tr("Target %1 of %2, %3: mean gap %4 → %5 in %6 steps")
            .arg(target.number)
            .arg(target.total)
            .arg(target.name, formatNumber(means.front()), formatNumber(means.back()))
            .arg(means.size() - 1));
}

void JobCurve::addPoint(const LearningPoint &point)
{
    if (!std::isfinite(point.loss))
        return; // a look at the dev fold
    m_losses.append({point.loss, true});
    m_line->setPoints(m_losses, m_losses.first().value);
    say(tr("Epoch %1, step %2: loss %3 → %4")
            .arg(point.epoch + 1)
            .arg(point.step + 1)
            .arg(formatNumber(m_losses.first().value), formatNumber(point.loss)));
}

} // namespace cw
