// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/JobRow.h"

#include "core/data/Bytes.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Numbers.h"
#include "widgets/views/ElidedLabel.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QProgressBar>
#include <QToolButton>
#include <cmath>

namespace cw {

namespace {

QString stateText(const JobStatus &status)
{
    switch (status.state) {
    case JobStatus::State::Waiting: return JobRow::tr("waiting");
    case JobStatus::State::Running: return status.stage;
    case JobStatus::State::Paused: return JobRow::tr("paused");
    case JobStatus::State::Done: return JobRow::tr("done in %1").arg(formatDuration(status.seconds));
    case JobStatus::State::Cancelled: return JobRow::tr("stopped after %1").arg(formatDuration(status.seconds));
    case JobStatus::State::Failed: return JobRow::tr("failed: %1").arg(status.problem.simplified());
    }
    return {};
}

} // namespace

QString paceText(const JobStatus &status)
{
    if (status.hasEnded() || status.total <= 0 || status.state == JobStatus::State::Waiting)
        return {};
    const bool inBytes = status.unit == JobStatus::Unit::Bytes;
    const auto amount = [inBytes](qint64 n) {
        return inBytes ? formatBytes(static_cast<double>(n)) : QString::number(n);
    };
    QStringList parts{JobRow::tr("%1 of %2").arg(amount(status.done), amount(status.total))};
    if (status.done > 0) {
        const double rate = status.rate();
        parts << (inBytes     ? JobRow::tr("%1 per s").arg(formatBytes(rate))
                  : rate >= 1 ? JobRow::tr("%1 per s").arg(formatCount(rate < 10 ? std::round(10 * rate) / 10 : rate))
                              : JobRow::tr("%1 each").arg(formatDuration(1 / rate)));
        parts << JobRow::tr("%1 left").arg(formatDuration(std::max(0.0, status.secondsLeft())));
    }
    return parts.join(QStringLiteral(" · "));
}

JobRow::JobRow(QWidget *parent)
    : QFrame(parent), m_title(new ElidedLabel(this)), m_stage(new ElidedLabel(this)), m_rate(new ElidedLabel(this)),
      m_bar(new QProgressBar(this)), m_cancel(new QToolButton(this))
{
    m_stage->setForegroundRole(QPalette::PlaceholderText);
    m_rate->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(6);
    m_cancel->setObjectName(QStringLiteral("cancelJobButton"));
    m_cancel->setIcon(icon(QStringLiteral("close")));
    m_cancel->setAutoRaise(true);
    m_cancel->setToolTip(tr("Stop this job; what is finished stays"));
    m_cancel->setAccessibleName(tr("Stop this job"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(8, 6, 4, 6);
    layout->setVerticalSpacing(3);
    layout->addWidget(m_title, 0, 0, 1, 2);
    layout->addWidget(m_bar, 1, 0, 1, 2);
    layout->addWidget(m_stage, 2, 0);
    layout->addWidget(m_rate, 2, 1);
    layout->addWidget(m_cancel, 0, 2, 3, 1, Qt::AlignVCenter);
    layout->setColumnStretch(0, 1);
    connect(m_cancel, &QToolButton::clicked, this, &JobRow::cancelClicked);
}

void JobRow::setCurve(QWidget *curve)
{
    static_cast<QGridLayout *>(layout())->addWidget(curve, 3, 0, 1, 2);
}

void JobRow::setStatus(const JobStatus &status)
{
    m_status = status;
    m_title->say(status.title);
    m_stage->say(stateText(status));
    m_rate->say(paceText(status));
    const bool known = status.total > 0;
    m_bar->setRange(0, known || status.state == JobStatus::State::Waiting || status.hasEnded() ? 1000 : 0);
    m_bar->setValue(status.state == JobStatus::State::Done ? 1000
                    : known                                ? static_cast<int>(1000 * status.done / status.total)
                                                           : 0);
    m_bar->setVisible(!status.hasEnded());
    m_cancel->setVisible(!status.hasEnded());
    setAccessibleName(status.title);
    setAccessibleDescription(stateText(status) + QLatin1Char(' ') + paceText(status));
}

} // namespace cw
