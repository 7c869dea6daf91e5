// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/ChartLegend.h"

#include "widgets/style/Theme.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

namespace cw {

double paintLegend(QPainter *painter, const std::vector<ChartLine> &lines, const QRectF &rect, const QPalette &palette,
                   int pixels)
{
    QFont font;
    font.setPixelSize(pixels);
    const QFontMetricsF metrics(font);
    const double row = metrics.height() + 4;
    double x = rect.left();
    double y = rect.top();
    for (const ChartLine &line : lines) {
        const double width = 30 + metrics.horizontalAdvance(line.name) + 16;
        if (x > rect.left() && x + width - 16 > rect.right()) {
            x = rect.left();
            y += row;
        }
        if (painter) {
            const QPointF middle(x + 11, y + row / 2);
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(lineColour(line.colourIndex, palette), 2));
            painter->drawLine(middle - QPointF(11, 0), middle + QPointF(11, 0));
            paintMarker(*painter, middle, line.colourIndex, palette);
            painter->setPen(colour(Role::Text, palette));
            painter->setFont(font);
            painter->drawText(QRectF(x + 28, y, width, row), Qt::AlignLeft | Qt::AlignVCenter, line.name);
        }
        x += width;
    }
    return y + row - rect.top();
}

ChartLegend::ChartLegend(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::setLines(const std::vector<ChartLine> &lines)
{
    m_lines = lines;
    updateGeometry();
    update();
}

int ChartLegend::heightForWidth(int width) const
{
    const QRectF rect(8, 2, width - 16, 1);
    return static_cast<int>(paintLegend(nullptr, m_lines, rect, palette(), QFontInfo(font()).pixelSize() - 1)) + 4;
}

QSize ChartLegend::sizeHint() const
{
    return QSize(300, heightForWidth(std::max(300, width())));
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintLegend(&painter, m_lines, QRectF(rect()).adjusted(8, 2, -8, -2), palette(), QFontInfo(font()).pixelSize() - 1);
}

} // namespace cw
