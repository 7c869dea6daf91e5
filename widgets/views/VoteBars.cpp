// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/VoteBars.h"

#include "widgets/style/Numbers.h"
#include "widgets/style/Theme.h"
#include "widgets/views/Chart.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace cw {

namespace {

constexpr double filled = 0.7;   ///< of a column is its bar
constexpr double widestBar = 64; ///< pixels
constexpr double signSize = 10;  ///< pixels, of the key

} // namespace

VoteBarsPainter::VoteBarsPainter(const VoteBars &chart, const QRectF &rect, const QPalette &palette, int pixels)
    : m_chart(chart), m_palette(palette), m_rect(rect), m_pixels(pixels)
{
    const QFontMetricsF metrics(chartFont(pixels));
    double label = 0;
    for (const VoteBar &each : chart.bars) {
        m_most = std::max(m_most, each.votes);
        label = std::max(label, metrics.horizontalAdvance(each.label));
    }
    double number = 0;
    for (const double tick : axisTicks(0, m_most, 4))
        number = std::max(number, metrics.horizontalAdvance(formatCount(tick)));
    m_plot = rect.adjusted(number + 14, metrics.height() + 14, -8, -2 * metrics.height() - 10);
    m_isTurned = label + 4 > columnWidth();
    if (m_isTurned)
        m_plot.adjust(0, 0, 0, metrics.height() - label);
}

double VoteBarsPainter::columnWidth() const
{
    return m_plot.width() / std::max<double>(1, static_cast<double>(m_chart.bars.size()));
}

QRectF VoteBarsPainter::bar(int index) const
{
    const double width = std::min(widestBar, filled * columnWidth());
    const double height = m_chart.bars[static_cast<std::size_t>(index)].votes / m_most * m_plot.height();
    const double centre = m_plot.left() + (index + 0.5) * columnWidth();
    return {centre - width / 2, m_plot.bottom() - height, width, height};
}

int VoteBarsPainter::barAt(const QPointF &position) const
{
    if (m_chart.isEmpty() || !m_plot.adjusted(0, 0, 0, m_rect.bottom() - m_plot.bottom()).contains(position))
        return -1;
    const int bars = static_cast<int>(m_chart.bars.size());
    return std::clamp(static_cast<int>((position.x() - m_plot.left()) / columnWidth()), 0, bars - 1);
}

void VoteBarsPainter::paint(QPainter &painter, int current) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(chartFont(m_pixels));
    paintAxis(painter);
    for (int index = 0; index < static_cast<int>(m_chart.bars.size()); ++index) {
        paintBar(painter, index, index == current);
        paintLabel(painter, index);
    }
    paintHead(painter);
    painter.restore();
}

void VoteBarsPainter::paintAxis(QPainter &painter) const
{
    const QFontMetricsF metrics(painter.font());
    for (const double tick : axisTicks(0, m_most, 4)) {
        if (tick != std::floor(tick))
            continue; // there is no half a vote
        const double y = m_plot.bottom() - tick / m_most * m_plot.height();
        painter.setPen(QPen(colour(Role::Border, m_palette), tick == 0 ? 1.4 : 0.6));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter.setPen(colour(Role::Muted, m_palette));
        painter.drawText(QRectF(m_rect.left(), y - 10, m_plot.left() - m_rect.left() - 6, 20),
                         Qt::AlignRight | Qt::AlignVCenter, formatCount(tick));
    }
    painter.drawText(QRectF(m_plot.left(), m_rect.bottom() - metrics.height() - 2, m_plot.width(), metrics.height()),
                     Qt::AlignCenter, metrics.elidedText(m_chart.placeName, Qt::ElideRight, m_plot.width()));
}

/// The title, and on the right what a filled bar is.
void VoteBarsPainter::paintHead(QPainter &painter) const
{
    const QString key = QCoreApplication::translate("VoteBars", "located");
    const QFontMetricsF metrics(chartFont(m_pixels));
    const double wide = metrics.horizontalAdvance(key);
    const QRectF head(m_rect.left() + 4, m_rect.top() + 2, m_rect.width() - 12, metrics.height() + 4);
    painter.setPen(colour(Role::Muted, m_palette));
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, key);
    painter.fillRect(QRectF(head.right() - wide - signSize - 5, head.center().y() - signSize / 2, signSize, signSize),
                     colour(Role::Accent, m_palette));
    painter.setPen(colour(Role::Text, m_palette));
    painter.setFont(chartFont(m_pixels + 1, true));
    painter.drawText(
        head, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(painter.font()).elidedText(m_chart.title, Qt::ElideRight, head.width() - wide - signSize - 20));
}

void VoteBarsPainter::paintBar(QPainter &painter, int index, bool isCurrent) const
{
    const VoteBar &of = m_chart.bars[static_cast<std::size_t>(index)];
    QColor ink = colour(of.isLocated ? Role::Accent : Role::Muted, m_palette);
    painter.setPen(QPen(isCurrent ? colour(Role::Text, m_palette) : ink, isCurrent ? 2 : 1));
    if (!of.isLocated)
        ink.setAlphaF(0.22F);
    painter.setBrush(ink);
    if (of.votes > 0 || isCurrent)
        painter.drawRect(bar(index).adjusted(0, of.votes > 0 ? 0 : -2, 0, 0));
}

void VoteBarsPainter::paintLabel(QPainter &painter, int index) const
{
    const VoteBar &of = m_chart.bars[static_cast<std::size_t>(index)];
    const QFontMetricsF metrics(painter.font());
    const double centre = m_plot.left() + (index + 0.5) * columnWidth();
    // Upright labels need the height of a line each.
    const int every = m_isTurned ? std::max(1, static_cast<int>(std::ceil(metrics.height() / columnWidth()))) : 1;
    if (index % every != 0)
        return;
    painter.save();
    painter.setPen(colour(of.isLocated ? Role::Text : Role::Muted, m_palette));
    painter.translate(centre, m_plot.bottom() + 4);
    const double wide = metrics.horizontalAdvance(of.label) + 2;
    if (m_isTurned) {
        painter.rotate(-90);
        painter.drawText(QRectF(-wide, -metrics.height() / 2, wide, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, of.label);
    } else {
        painter.drawText(QRectF(-wide / 2, 0, wide, metrics.height()), Qt::AlignCenter, of.label);
    }
    painter.restore();
}

} // namespace cw
