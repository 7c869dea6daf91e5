// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/PlaceboPlot.h"

#include "widgets/style/Numbers.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace cw {

namespace {

constexpr double margin = 16;
constexpr double barHeight = 22;
constexpr double markSize = 4.5;

} // namespace

PlaceboPlot::PlaceboPlot(const KeptPlacebo &placebo, QWidget *parent) : QWidget(parent), m_placebo(placebo)
{
    std::vector<double> all = placebo.draws;
    for (const double score : {placebo.before, placebo.edited, placebo.low, placebo.high})
        if (std::isfinite(score))
            all.push_back(score);
    const auto [least, most] = std::minmax_element(all.begin(), all.end());
    const double room = *most > *least ? 0.03 * (*most - *least) : 1;
    m_least = *least - room;
    m_most = *most + room;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("The edit among its placebos"));
    setAccessibleDescription(tr("before %1, edited %2, placebos %3")
                                 .arg(formatNumber(placebo.before), formatNumber(placebo.edited),
                                      formatInterval(placebo.low, placebo.high)));
    setToolTip(accessibleDescription());
}

QSize PlaceboPlot::sizeHint() const
{
    return {420, minimumSizeHint().height()};
}

QSize PlaceboPlot::minimumSizeHint() const
{
    const int line = QFontMetrics(smallFont(font())).height();
    return {200, 2 * line + int(barHeight) + 8};
}

double PlaceboPlot::x(double score) const
{
    return margin + (score - m_least) / (m_most - m_least) * (width() - 2 * margin);
}

void PlaceboPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallFont(font()));
    const double line = painter.fontMetrics().height();
    const QRectF band(0, line + 4, width(), barHeight);
    painter.setPen(QPen(colour(Role::Border, palette()), 1));
    painter.drawLine(QPointF(margin, band.center().y()), QPointF(width() - margin, band.center().y()));
    paintDraws(painter, band);
    paintMark(painter, m_placebo.before, band.center().y(), Role::TargetA, false);
    paintMark(painter, m_placebo.edited, band.center().y(), Role::TargetB, true);
    paintName(painter, m_placebo.before, QRectF(0, 0, width(), line), tr("before %1"));
    paintName(painter, m_placebo.edited, QRectF(0, band.bottom() + 3, width(), line), tr("edited %1"));
}

void PlaceboPlot::paintDraws(QPainter &painter, const QRectF &band) const
{
    const QColor ink = colour(Role::Muted, palette());
    if (std::isfinite(m_placebo.low) && std::isfinite(m_placebo.high)) {
        QColor wash = ink;
        wash.setAlphaF(0.22F);
        painter.fillRect(QRectF(QPointF(x(m_placebo.low), band.top()), QPointF(x(m_placebo.high), band.bottom())),
                         wash);
    }
    painter.setPen(QPen(ink, 1));
    for (const double draw : m_placebo.draws)
        if (std::isfinite(draw))
            painter.drawLine(QPointF(x(draw), band.top() + 4), QPointF(x(draw), band.bottom() - 4));
}

void PlaceboPlot::paintMark(QPainter &painter, double score, double y, Role role, bool isHollow) const
{
    const QColor ink = colour(role, palette());
    painter.setPen(QPen(ink, 2));
    painter.setBrush(isHollow ? colour(Role::Surface, palette()) : ink);
    painter.drawEllipse(QPointF(x(score), y), markSize, markSize);
}

/// Above or below its mark, within the picture.
void PlaceboPlot::paintName(QPainter &painter, double score, const QRectF &line, const QString &name) const
{
    const QString text = name.arg(formatNumber(score));
    const double wide = painter.fontMetrics().horizontalAdvance(text);
    const double left = std::clamp(x(score) - wide / 2, 0.0, std::max(0.0, line.width() - wide));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(left, line.top(), wide + 1, line.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
}

} // namespace cw
