// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/TradeOffPlot.h"

#include "widgets/style/Numbers.h"
#include "widgets/style/Theme.h"
#include "widgets/views/EmptyText.h"

#include <QFontInfo>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace cw {

TradeOffPlot::TradeOffPlot(QWidget *parent) : QWidget(parent)
{
    makeSpoken();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(420, 220);
}

void TradeOffPlot::setTradeOff(const TradeOff &chart)
{
    m_chart = chart;
    setCurrent(std::min(m_current, static_cast<int>(chart.marks.size()) - 1));
    update();
}

void TradeOffPlot::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

void TradeOffPlot::setCurrent(int mark)
{
    if (mark == m_current)
        return;
    m_current = mark;
    announce(this);
    update();
}

QString TradeOffPlot::said(int mark) const
{
    if (mark < 0 || mark >= static_cast<int>(m_chart.marks.size()))
        return {};
    const TradeOffMark &of = m_chart.marks[static_cast<std::size_t>(mark)];
    QStringList lines{of.name,
                      tr("%1: train %2, test %3").arg(m_chart.title, formatNumber(of.train), formatNumber(of.test)),
                      tr("%1: %2").arg(m_chart.costTitle, formatNumber(of.cost))};
    if (of.placebo)
        lines << tr("90 % of placebos: %1").arg(formatInterval(of.placebo->low, of.placebo->high));
    if (of.isBroken)
        lines << tr("guards broken");
    return lines.join(QLatin1Char('\n'));
}

QString TradeOffPlot::spokenValue() const
{
    return said(m_current);
}

QSize TradeOffPlot::sizeHint() const
{
    return QSize(720, 360);
}

TradeOffPainter TradeOffPlot::painterFor() const
{
    return TradeOffPainter(m_chart, QRectF(rect()).adjusted(2, 2, -2, -2), palette(), QFontInfo(font()).pixelSize());
}

void TradeOffPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Role::Surface, palette()));
    if (m_chart.isEmpty()) {
        paintEmpty(painter, *this, m_emptyText);
        return;
    }
    painterFor().paint(painter, m_current);
}

void TradeOffPlot::mouseMoveEvent(QMouseEvent *event)
{
    const int mark = m_chart.isEmpty() ? -1 : painterFor().markAt(event->position());
    if (mark >= 0)
        QToolTip::showText(event->globalPosition().toPoint(), said(mark), this);
    else
        QToolTip::hideText();
}

void TradeOffPlot::mousePressEvent(QMouseEvent *event)
{
    const int mark = m_chart.isEmpty() ? -1 : painterFor().markAt(event->position());
    if (event->button() != Qt::LeftButton || mark < 0)
        return;
    setCurrent(mark);
    Q_EMIT chosen(mark);
}

void TradeOffPlot::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (m_chart.isEmpty() || step == 0)
        return QWidget::keyPressEvent(event);
    setCurrent(std::clamp(m_current + step, 0, static_cast<int>(m_chart.marks.size()) - 1));
    Q_EMIT chosen(m_current);
}

} // namespace cw
