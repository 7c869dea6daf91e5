// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/ChartPicture.h"

#include "widgets/style/Theme.h"
#include "widgets/views/ChartLegend.h"

#include <QGuiApplication>
#include <QPainter>

namespace cw {

namespace {

constexpr double margin = 14;
constexpr QSizeF chartSize(330, 240);

} // namespace

Picture chartPicture(std::vector<LineChart> charts, const QString &caption)
{
    const double top = caption.isEmpty() ? margin : margin + 24;
    const double width = 2 * margin + chartSize.width() * double(charts.size());
    const QRectF legend(margin + 8, top + chartSize.height() + 8, width - 2 * margin, 1);
    const double legendHeight = paintLegend(nullptr, charts.front().lines, legend, paperPalette(), 12);
    const QSizeF size(width, legend.top() + legendHeight + margin);
    const auto paint = [charts = std::move(charts), caption, top, legend](QPainter &painter) {
        QFont font = QGuiApplication::font();
        font.setPixelSize(13);
        painter.setFont(font);
        painter.setPen(colour(Role::Text, paperPalette()));
        painter.drawText(QRectF(margin, margin - 4, legend.width(), 20), Qt::AlignLeft | Qt::AlignVCenter, caption);
        for (std::size_t i = 0; i < charts.size(); ++i) {
            const QRectF rect(QPointF(margin + chartSize.width() * double(i), top), chartSize);
            ChartPainter(charts[i], rect, paperPalette(), 11).paint(painter);
        }
        paintLegend(&painter, charts.front().lines, legend, paperPalette(), 12);
    };
    return {caption, size, paint};
}

} // namespace cw
