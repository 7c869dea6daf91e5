// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/Chart.h"

#include "widgets/style/Numbers.h"
#include "widgets/style/Theme.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace cw {

namespace {

double errorAt(const ChartLine &line, std::size_t layer)
{
    return layer < line.errors.size() && std::isfinite(line.errors[layer]) ? line.errors[layer] : 0;
}

void widen(const LineChart &chart, double &low, double &high)
{
    for (const ChartLine &line : chart.lines) {
        for (std::size_t layer = 0; layer < line.values.size(); ++layer) {
            if (!std::isfinite(line.values[layer]))
                continue;
            low = std::min(low, line.values[layer] - errorAt(line, layer));
            high = std::max(high, line.values[layer] + errorAt(line, layer));
        }
    }
}

} // namespace

QFont chartFont(int pixels, bool bold)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

bool LineChart::isEmpty() const
{
    return layers == 0 || std::all_of(lines.begin(), lines.end(), [](const ChartLine &line) {
               return std::none_of(line.values.begin(), line.values.end(), [](double v) { return std::isfinite(v); });
           });
}

void LineChart::include(const LineChart &other)
{
    widen(other, low, high);
}

std::vector<double> axisTicks(double low, double high, int count)
{
    if (!(high > low))
        return {low};
    const double step = roundUp((high - low) / std::max(1, count));
    std::vector<double> ticks;
    for (double k = std::ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; ++k)
        ticks.push_back(k * step);
    return ticks;
}

ChartPainter::ChartPainter(const LineChart &chart, const QRectF &rect, const QPalette &palette, int pixels)
    : m_chart(chart), m_palette(palette), m_rect(rect), m_pixels(pixels), m_low(chart.low), m_high(chart.high)
{
    if (!(m_high > m_low))
        widen(chart, m_low, m_high);
    if (!(m_high > m_low))
        m_high = m_low + 1;
    const double room = 0.06 * (m_high - m_low);
    m_low -= m_low < 0 ? room : 0;
    m_high += room;
    const QFontMetricsF metrics(chartFont(pixels));
    double widest = 0;
    for (const double tick : axisTicks(m_low, m_high, 4))
        widest = std::max(widest, metrics.horizontalAdvance(formatEffect(tick)));
    m_plot = rect.adjusted(widest + 12, metrics.height() + 8, -10, -2 * metrics.height() - 8);
}

QPointF ChartPainter::point(int layer, double value) const
{
    const double across = m_chart.layers > 1 ? double(layer) / (m_chart.layers - 1) : 0.5;
    return QPointF(m_plot.left() + (0.02 + 0.96 * across) * m_plot.width(),
                   m_plot.bottom() - (value - m_low) / (m_high - m_low) * m_plot.height());
}

int ChartPainter::layerAt(const QPointF &position) const
{
    if (!m_plot.adjusted(-6, -6, 6, 6).contains(position) || m_chart.layers < 1)
        return -1;
    const double across = ((position.x() - m_plot.left()) / m_plot.width() - 0.02) / 0.96;
    return std::clamp(static_cast<int>(std::lround(across * (m_chart.layers - 1))), 0, m_chart.layers - 1);
}

void ChartPainter::paint(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    for (const ChartLine &line : m_chart.lines)
        paintBand(painter, line);
    for (const ChartLine &line : m_chart.lines)
        paintLine(painter, line);
    painter.restore();
}

void ChartPainter::paintAxes(QPainter &painter) const
{
    const QFontMetricsF metrics(chartFont(m_pixels));
    painter.setFont(chartFont(m_pixels));
    for (const double tick : axisTicks(m_low, m_high, 4)) {
        const double y = point(0, tick).y();
        painter.setPen(QPen(colour(Role::Border, m_palette), tick == 0 ? 1.4 : 0.6));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter.setPen(colour(Role::Muted, m_palette));
        painter.drawText(QRectF(m_rect.left(), y - 10, m_plot.left() - m_rect.left() - 5, 20),
                         Qt::AlignRight | Qt::AlignVCenter, formatEffect(tick));
    }
    const double step = std::max(1.0, std::ceil(roundUp(34.0 * m_chart.layers / std::max(1.0, m_plot.width()))));
    for (double layer = 0; layer < m_chart.layers; layer += step) {
        const QPointF at = point(static_cast<int>(layer), m_low);
        painter.drawText(QRectF(at.x() - 24, m_plot.bottom() + 2, 48, metrics.height()), Qt::AlignCenter,
                         QString::number(static_cast<int>(layer)));
    }
    painter.drawText(QRectF(m_plot.left(), m_plot.bottom() + metrics.height() + 2, m_plot.width(), metrics.height()),
                     Qt::AlignCenter, metrics.elidedText(m_chart.layerLabel, Qt::ElideRight, m_plot.width()));
    const QRectF head(m_rect.left() + 4, m_rect.top() + 2, m_rect.width() - 8, metrics.height() + 2);
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, m_chart.unit);
    painter.setPen(colour(Role::Text, m_palette));
    painter.setFont(chartFont(m_pixels + 1, true));
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_chart.title);
}

void ChartPainter::paintBand(QPainter &painter, const ChartLine &line) const
{
    QPolygonF above;
    QPolygonF below;
    for (std::size_t layer = 0; layer < line.values.size(); ++layer) {
        if (!std::isfinite(line.values[layer]) || errorAt(line, layer) <= 0)
            continue;
        above.append(point(static_cast<int>(layer), line.values[layer] + errorAt(line, layer)));
        below.prepend(point(static_cast<int>(layer), line.values[layer] - errorAt(line, layer)));
    }
    QColor faint = lineColour(line.colourIndex, m_palette);
    faint.setAlphaF(0.16F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faint);
    painter.drawPolygon(above + below);
}

void ChartPainter::paintLine(QPainter &painter, const ChartLine &line) const
{
    QPolygonF run;
    const auto drawRun = [&] {
        painter.setPen(QPen(lineColour(line.colourIndex, m_palette), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(run);
        run.clear();
    };
    for (std::size_t layer = 0; layer < line.values.size(); ++layer) {
        if (std::isfinite(line.values[layer]))
            run.append(point(static_cast<int>(layer), line.values[layer]));
        else
            drawRun();
    }
    drawRun();
    const std::size_t every = std::max<std::size_t>(1, line.values.size() / 16);
    for (std::size_t layer = 0; layer < line.values.size(); layer += every) {
        if (std::isfinite(line.values[layer]))
            paintMarker(painter, point(static_cast<int>(layer), line.values[layer]), line.colourIndex, m_palette);
    }
}

void ChartPainter::paintLayer(QPainter &painter, int layer) const
{
    if (layer < 0 || layer >= m_chart.layers)
        return;
    const double x = point(layer, m_low).x();
    painter.setPen(QPen(colour(Role::Muted, m_palette), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
}

void paintMarker(QPainter &painter, const QPointF &centre, int index, const QPalette &palette, double r, Fill fill)
{
    const QColor ink = lineColour(index, palette);
    const QColor ground = colour(Role::Surface, palette);
    painter.setPen(fill == Fill::Solid ? QPen(ground, 0.8) : QPen(ink, 1.8));
    painter.setBrush(fill == Fill::Solid ? ink : ground);
    switch (index % 6) {
    case 0: painter.drawEllipse(centre, r, r); break;
    case 1: painter.drawRect(QRectF(centre.x() - r * 0.9, centre.y() - r * 0.9, 1.8 * r, 1.8 * r)); break;
    case 2:
        painter.drawPolygon(QPolygonF(
            {centre + QPointF(0, -1.3 * r), centre + QPointF(1.2 * r, 0.9 * r), centre + QPointF(-1.2 * r, 0.9 * r)}));
        break;
    case 3:
        painter.drawPolygon(QPolygonF({centre + QPointF(0, -1.4 * r), centre + QPointF(1.4 * r, 0),
                                       centre + QPointF(0, 1.4 * r), centre + QPointF(-1.4 * r, 0)}));
        break;
    case 4:
        painter.drawPolygon(QPolygonF(
            {centre + QPointF(0, 1.3 * r), centre + QPointF(1.2 * r, -0.9 * r), centre + QPointF(-1.2 * r, -0.9 * r)}));
        break;
    default: painter.drawRect(QRectF(centre.x() - 1.4 * r, centre.y() - 0.55 * r, 2.8 * r, 1.1 * r)); break;
    }
}

} // namespace cw
