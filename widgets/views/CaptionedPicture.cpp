// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/CaptionedPicture.h"

#include "widgets/style/Theme.h"
#include "widgets/views/Chart.h"

#include <QPainter>

namespace cw {

namespace {

constexpr double margin = 14;
constexpr double captionHeight = 24;

} // namespace

Picture captionedPicture(const QString &caption, const QSizeF &chart,
                         const std::function<void(QPainter &, const QRectF &)> &paint)
{
    const auto paintAll = [caption, chart, paint](QPainter &painter) {
        painter.setFont(chartFont(13));
        painter.setPen(colour(Role::Text, paperPalette()));
        painter.drawText(QRectF(margin, margin - 4, chart.width(), 20), Qt::AlignLeft | Qt::AlignVCenter, caption);
        paint(painter, QRectF(QPointF(margin, margin + captionHeight), chart));
    };
    return {caption, chart + QSizeF(2 * margin, 2 * margin + captionHeight), paintAll};
}

} // namespace cw
