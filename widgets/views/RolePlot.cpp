// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/RolePlot.h"

#include "widgets/style/Numbers.h"
#include "widgets/style/Theme.h"
#include "widgets/views/EmptyText.h"

#include <QFontInfo>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>

namespace cw {

RolePlot::RolePlot(QWidget *parent) : QWidget(parent)
{
    makeSpoken();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(160, 120);
}

void RolePlot::setChart(const LineChart &chart)
{
    m_chart = chart;
    setAccessibleName(chart.title);
    update();
}

void RolePlot::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

void RolePlot::setCurrentLayer(int layer)
{
    if (layer == m_layer)
        return;
    m_layer = layer;
    announce(this);
    update();
}

QString RolePlot::spokenValue() const
{
    if (m_chart.isEmpty() || m_layer < 0)
        return {};
    QStringList parts{tr("Layer %1").arg(m_layer)};
    for (const ChartLine &line : m_chart.lines) {
        const auto layer = static_cast<std::size_t>(m_layer);
        if (layer < line.values.size() && std::isfinite(line.values[layer]))
            parts << tr("%1: %2").arg(
                line.name, formatEffect(line.values[layer], layer < line.errors.size() ? line.errors[layer] : NAN));
    }
    return parts.join(QLatin1Char('\n'));
}

QSize RolePlot::sizeHint() const
{
    return QSize(300, 200);
}

ChartPainter RolePlot::painterFor() const
{
    return ChartPainter(m_chart, QRectF(rect()).adjusted(2, 2, -2, -2), palette(), QFontInfo(font()).pixelSize() - 2);
}

void RolePlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Role::Surface, palette()));
    if (m_chart.isEmpty()) {
        paintEmpty(painter, *this, m_emptyText);
        return;
    }
    const ChartPainter chart = painterFor();
    chart.paint(painter);
    chart.paintLayer(painter, m_layer);
}

void RolePlot::mouseMoveEvent(QMouseEvent *event)
{
    const int layer = m_chart.isEmpty() ? -1 : painterFor().layerAt(event->position());
    if (layer == m_layer)
        return;
    setCurrentLayer(layer);
    Q_EMIT layerHovered(layer);
    if (layer >= 0)
        QToolTip::showText(event->globalPosition().toPoint(), spokenValue(), this);
    else
        QToolTip::hideText();
}

void RolePlot::mousePressEvent(QMouseEvent *event)
{
    const int layer = m_chart.isEmpty() ? -1 : painterFor().layerAt(event->position());
    if (event->button() == Qt::LeftButton && layer >= 0)
        Q_EMIT layerSelected(layer);
}

void RolePlot::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    setCurrentLayer(-1);
    Q_EMIT layerHovered(-1);
}

void RolePlot::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (m_chart.isEmpty() || (step == 0 && event->key() != Qt::Key_Return))
        return QWidget::keyPressEvent(event);
    setCurrentLayer(std::clamp(m_layer + step, 0, m_chart.layers - 1));
    Q_EMIT layerHovered(m_layer);
    if (event->key() == Qt::Key_Return)
        Q_EMIT layerSelected(m_layer);
}

} // namespace cw
