// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/Sparkline.h"

#include "widgets/style/Theme.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace cw {

namespace {

constexpr double margin = 5;
constexpr double radius = 2.5;

} // namespace

Sparkline::Sparkline(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize Sparkline::sizeHint() const
{
    return {160, 2 * fontMetrics().height() + 2 * int(margin)};
}

QSize Sparkline::minimumSizeHint() const
{
    return {60, sizeHint().height()};
}

void Sparkline::setPoints(const QVector<Point> &points, double start)
{
    m_points = points;
    m_start = start;
    m_least = start;
    m_most = start;
    for (const Point &point : points) {
        m_least = std::min(m_least, point.value);
        m_most = std::max(m_most, point.value);
    }
    if (m_most <= m_least)
        m_most = m_least + 1;
    update();
}

QPointF Sparkline::place(int point) const
{
    const double step = m_points.size() > 1 ? (width() - 2 * margin) / static_cast<double>(m_points.size() - 1) : 0;
    const double share = (m_points[point].value - m_least) / (m_most - m_least);
    return {margin + point * step, height() - margin - share * (height() - 2 * margin)};
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double level = height() - margin - (m_start - m_least) / (m_most - m_least) * (height() - 2 * margin);
    painter.setPen(QPen(colour(Role::Muted, palette()), 1, Qt::DashLine));
    painter.drawLine(QPointF(margin, level), QPointF(width() - margin, level));
    if (m_points.isEmpty())
        return;
    const QColor accent = colour(Role::Accent, palette());
    QPainterPath line(place(0));
    for (int point = 1; point < static_cast<int>(m_points.size()); ++point)
        line.lineTo(place(point));
    painter.setPen(QPen(accent, 1.5));
    painter.drawPath(line);
    painter.setBrush(m_points.last().isExact ? QBrush(accent) : QBrush(colour(Role::Surface, palette())));
    painter.drawEllipse(place(static_cast<int>(m_points.size()) - 1), radius, radius);
}

} // namespace cw
