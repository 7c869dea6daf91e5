// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/HeatmapPlot.h"

#include "widgets/style/Numbers.h"
#include "widgets/style/Theme.h"
#include "widgets/views/EmptyText.h"
#include "widgets/views/TokenTicker.h"

#include <algorithm>
#include <cmath>

namespace cw {

namespace {

QCPColorGradient gradientOf(const ColourScale &scale)
{
    QCPColorGradient gradient;
    gradient.clearColorStops();
    const auto count = static_cast<int>(scale.anchors().size());
    for (int i = 0; i < count; ++i)
        gradient.setColorStopAt(double(i) / (count - 1), QColor(scale.anchors()[static_cast<std::size_t>(i)]));
    gradient.setLevelCount(255);
    gradient.setNanHandling(QCPColorGradient::nhTransparent);
    return gradient;
}

/// Where the first and the last of count cells have their centres; a single one has no width of its own in a colour
/// map.
QCPRange centres(int count)
{
    return count > 1 ? QCPRange(0, count - 1) : QCPRange(-0.5, 0.5);
}

bool sameShape(const Heatmap &a, const Heatmap &b)
{
    return a.layers == b.layers && a.tokens == b.tokens;
}

} // namespace

HeatmapPlot::HeatmapPlot(QWidget *parent)
    : QCustomPlot(parent), m_cells(new QCPColorMap(xAxis, yAxis)), m_scale(new QCPColorScale(this)),
      m_tokenTicker(new TokenTicker)
{
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    setNoAntialiasingOnDrag(true);
    m_cells->setInterpolate(false);
    m_cells->setTightBoundary(false);
    plotLayout()->addElement(0, 1, m_scale);
    plotLayout()->setColumnSpacing(4);
    m_scale->setType(QCPAxis::atRight);
    m_scale->setBarWidth(10);
    m_scale->setRangeDrag(false);
    m_scale->setRangeZoom(false);
    auto *margins = new QCPMarginGroup(this);
    axisRect()->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
    m_scale->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
    m_cells->setColorScale(m_scale);
    axisRect()->setMinimumMargins(QMargins(12, 6, 6, 4));
    m_scale->setMinimumMargins(QMargins(0, 6, 4, 4));
    buildAxes();
    restyle();
    // Between a new width and the next replot the axes still have the old one.
    connect(this, &QCustomPlot::afterReplot, this, [this] { m_chrome = width() - axisRect()->width(); });
}

void HeatmapPlot::buildAxes()
{
    yAxis->setRangeReversed(true);
    yAxis->setTicker(m_tokenTicker);
    auto layers = QSharedPointer<QCPAxisTickerFixed>::create();
    layers->setTickStep(1);
    layers->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    xAxis->setTicker(layers);
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setSubTicks(false);
        axis->setTickLength(0, 3);
        axis->grid()->setVisible(false);
        connect(axis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this, &HeatmapPlot::keepInside);
    }
    axisRect()->setupFullAxesBox();
    for (QCPAxis *axis : {xAxis2, yAxis2}) {
        axis->setTicks(false);
        axis->setTickLabels(false);
    }
    axisRect()->setRangeZoomFactor(0.85);
    connect(this, &QCustomPlot::beforeReplot, this, &HeatmapPlot::fitLabels);
}

void HeatmapPlot::show(const Heatmap &map)
{
    const bool same = sameShape(m_map, map);
    if (!same) {
        m_cells->data()->setSize(map.layers, map.tokenCount());
        m_cells->data()->setRange(centres(map.layers), centres(map.tokenCount()));
        m_cells->data()->fill(std::numeric_limits<double>::quiet_NaN());
        m_map.values.clear();
    }
    fill(map);
    const bool colours = m_map.isSigned != map.isSigned;
    m_map = map;
    if (!same) {
        QVector<QString> labels;
        for (int token = 0; token < map.tokenCount(); ++token)
            labels.append(map.label(token));
        m_tokenTicker->setLabels(labels, map.subjectBegin, map.subjectEnd);
        setView(wholeView());
    }
    if (colours)
        applyScale();
    xAxis->setLabel(map.layerLabel);
    m_scale->axis()->setLabel(map.unit);
    const double end = map.scaleEnd();
    m_scale->setDataRange(QCPRange(map.isSigned ? -end : 0, end));
    applyScaleTicks();
    replot(QCustomPlot::rpQueuedReplot);
}

void HeatmapPlot::fill(const Heatmap &map)
{
    const bool known = m_map.values.size() == map.values.size();
    for (int token = 0; token < map.tokenCount(); ++token) {
        for (int layer = 0; layer < map.layers; ++layer) {
            const Cell cell{token, layer};
            const double value = map.value(cell);
            const double before = known ? m_map.value(cell) : std::numeric_limits<double>::quiet_NaN();
            if (value != before && !(std::isnan(value) && std::isnan(before)))
                m_cells->data()->setCell(layer, token, value);
        }
    }
}

void HeatmapPlot::applyScale()
{
    const bool dark = isDark(palette());
    m_cells->setGradient(gradientOf(m_map.isSigned ? ColourScale::diverging(dark) : ColourScale::sequential()));
}

void HeatmapPlot::applyScaleTicks()
{
    auto marks = QSharedPointer<QCPAxisTickerText>::create();
    const QCPRange range = m_scale->dataRange();
    for (int quarter = 0; quarter <= 4; ++quarter) {
        const double value = range.lower + range.size() * quarter / 4;
        marks->addTick(value, m_map.isSigned ? formatEffect(value) : formatProbability(value));
    }
    m_scale->axis()->setTicker(marks);
    m_scale->axis()->setSubTicks(false);
}

void HeatmapPlot::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

void HeatmapPlot::setTokenLabelsShown(bool shown)
{
    yAxis->setTickLabels(shown);
    replot(QCustomPlot::rpQueuedReplot);
}

void HeatmapPlot::setScaleShown(bool shown)
{
    if (shown == (m_scale->layout() != nullptr))
        return;
    if (shown) {
        plotLayout()->addElement(0, 1, m_scale);
    } else {
        plotLayout()->take(m_scale);
        plotLayout()->simplify();
    }
    m_scale->setVisible(shown);
    replot(QCustomPlot::rpQueuedReplot);
}

void HeatmapPlot::setOutlines(Cell hovered, Cell current)
{
    if (hovered == m_hovered && current == m_current)
        return;
    m_hovered = hovered;
    m_current = current;
    update();
}

void HeatmapPlot::changeEvent(QEvent *event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

void HeatmapPlot::restyle()
{
    const QPalette colours = palette();
    const QColor ink = colour(Role::Text, colours);
    const QPen line(colour(Role::Border, colours), 1);
    QFont small = font();
    small.setPointSizeF(std::max(7.0, font().pointSizeF() - 1));
    setBackground(QBrush(colour(Role::Surface, colours)));
    axisRect()->setBackground(QBrush(colour(Role::Missing, colours), Qt::BDiagPattern));
    for (QCPAxis *axis : {xAxis, yAxis, xAxis2, yAxis2, m_scale->axis()}) {
        axis->setBasePen(line);
        axis->setTickPen(line);
        axis->setTickLabelColor(ink);
        axis->setLabelColor(colour(Role::Muted, colours));
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->setLabelPadding(3);
        axis->setTickLabelPadding(4);
    }
    yAxis->setTickLabelPadding(9);
    applyScale();
    replot(QCustomPlot::rpQueuedReplot);
}

void HeatmapPlot::fitLabels()
{
    const int line = QFontMetrics(yAxis->tickLabelFont()).height();
    m_tokenTicker->setCapacity(axisRect()->height() / std::max(1, line));
    auto layers = xAxis->ticker().staticCast<QCPAxisTickerFixed>();
    const int widest = QFontMetrics(xAxis->tickLabelFont()).horizontalAdvance(QString::number(m_map.layers)) + 10;
    layers->setTickCount(std::max(2, axisRect()->width() / std::max(1, widest)));
}

void HeatmapPlot::keepInside()
{
    if (m_clamping || m_map.isEmpty())
        return;
    m_clamping = true;
    setView(view());
    m_clamping = false;
}

Cell HeatmapPlot::cellAt(const QPointF &position) const
{
    if (!axisRect()->rect().contains(position.toPoint()))
        return {};
    const Cell cell{static_cast<int>(std::lround(yAxis->pixelToCoord(position.y()))),
                    static_cast<int>(std::lround(xAxis->pixelToCoord(position.x())))};
    return m_map.contains(cell) ? cell : Cell();
}

QRectF HeatmapPlot::cellRect(Cell cell) const
{
    const QPointF topLeft(xAxis->coordToPixel(cell.layer - 0.5), yAxis->coordToPixel(cell.token - 0.5));
    const QPointF bottomRight(xAxis->coordToPixel(cell.layer + 0.5), yAxis->coordToPixel(cell.token + 0.5));
    return QRectF(topLeft, bottomRight);
}

QRectF HeatmapPlot::view() const
{
    const QCPRange across = xAxis->range();
    const QCPRange down = yAxis->range();
    return QRectF(across.lower, down.lower, across.size(), down.size());
}

void HeatmapPlot::setView(const QRectF &wanted)
{
    const QRectF whole = wholeView();
    QRectF inside = wanted;
    inside.setWidth(std::clamp(wanted.width(), std::min(2.0, whole.width()), whole.width()));
    inside.setHeight(std::clamp(wanted.height(), std::min(2.0, whole.height()), whole.height()));
    inside.moveLeft(std::clamp(wanted.left(), whole.left(), whole.right() - inside.width()));
    inside.moveTop(std::clamp(wanted.top(), whole.top(), whole.bottom() - inside.height()));
    xAxis->setRange(inside.left(), inside.right());
    yAxis->setRange(inside.top(), inside.bottom());
}

QRectF HeatmapPlot::wholeView() const
{
    return QRectF(-0.5, -0.5, std::max(1, m_map.layers), std::max(1, m_map.tokenCount()));
}

int HeatmapPlot::chromeWidth() const
{
    return m_chrome;
}

void HeatmapPlot::paintEvent(QPaintEvent *event)
{
    if (m_map.isEmpty())
        return paintEmpty();
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    paintSubject(painter);
    painter.setClipRect(axisRect()->rect().adjusted(-2, -2, 2, 2));
    paintOutline(painter, m_hovered, colour(Role::Text, palette()), 1);
    paintOutline(painter, m_current, colour(Role::Accent, palette()), 2);
}

void HeatmapPlot::paintEmpty()
{
    QPainter painter(this);
    cw::paintEmpty(painter, *this, m_emptyText);
}

void HeatmapPlot::paintOutline(QPainter &painter, Cell cell, const QColor &ink, qreal width) const
{
    if (!m_map.contains(cell))
        return;
    const QRectF rect = cellRect(cell);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour(Role::Surface, palette()), width + 2));
    painter.drawRect(rect);
    painter.setPen(QPen(ink, width));
    painter.drawRect(rect);
}

void HeatmapPlot::paintSubject(QPainter &painter) const
{
    if (m_map.subjectEnd <= m_map.subjectBegin)
        return;
    const QRect inside = axisRect()->rect();
    const qreal top = cellRect({m_map.subjectBegin, 0}).top();
    const qreal bottom = cellRect({m_map.subjectEnd - 1, 0}).bottom();
    QRectF bar(inside.left() - 7, top, 4, bottom - top);
    bar.setTop(std::max<qreal>(bar.top(), inside.top()));
    bar.setBottom(std::min<qreal>(bar.bottom(), inside.bottom()));
    if (bar.height() > 0)
        painter.fillRect(bar, colour(Role::Subject, palette()));
}

} // namespace cw
