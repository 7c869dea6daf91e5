// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/VotesPlot.h"

#include "widgets/style/Theme.h"
#include "widgets/views/EmptyText.h"

#include <QFontInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace cw {

VotesPlot::VotesPlot(const VoteBars &chart, QWidget *parent) : QWidget(parent), m_chart(chart)
{
    makeSpoken();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(360, 200);
    setAccessibleName(chart.title);
}

VoteBarsPainter VotesPlot::painterFor() const
{
    return VoteBarsPainter(m_chart, QRectF(rect()).adjusted(2, 2, -2, -2), palette(), QFontInfo(font()).pixelSize());
}

QString VotesPlot::said(int bar) const
{
    if (bar < 0 || bar >= static_cast<int>(m_chart.bars.size()))
        return {};
    const VoteBar &of = m_chart.bars[static_cast<std::size_t>(bar)];
    const QString votes = tr("%1: %2 votes").arg(of.name, QLocale().toString(static_cast<qint64>(of.votes)));
    return of.isLocated ? tr("%1, located").arg(votes) : votes;
}

QString VotesPlot::spokenValue() const
{
    return said(m_current);
}

QSize VotesPlot::sizeHint() const
{
    return {600, 360};
}

void VotesPlot::setCurrent(int bar)
{
    if (bar == m_current)
        return;
    m_current = bar;
    announce(this);
    update();
}

void VotesPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Role::Surface, palette()));
    if (m_chart.isEmpty()) {
        paintEmpty(painter, *this, tr("No prompt has voted."));
        return;
    }
    painterFor().paint(painter, m_current);
}

void VotesPlot::mouseMoveEvent(QMouseEvent *event)
{
    const int bar = painterFor().barAt(event->position());
    if (bar >= 0)
        QToolTip::showText(event->globalPosition().toPoint(), said(bar), this);
    else
        QToolTip::hideText();
}

void VotesPlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setCurrent(painterFor().barAt(event->position()));
}

void VotesPlot::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (m_chart.isEmpty() || step == 0)
        return QWidget::keyPressEvent(event);
    setCurrent(std::clamp(m_current + step, 0, static_cast<int>(m_chart.bars.size()) - 1));
}

} // namespace cw
