// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/VoteBarsPicture.h"

#include "widgets/style/Theme.h"
#include "widgets/views/Chart.h"

#include <QPainter>

namespace cw {

namespace {

constexpr double margin = 14;
constexpr double captionHeight = 24;
constexpr QSizeF chartSize(620, 320);

} // namespace

Picture voteBarsPicture(const VoteBars &chart, const QString &caption)
{
    const auto paint = [chart, caption](QPainter &painter) {
        painter.setFont(chartFont(13));
        painter.setPen(colour(Role::Text, paperPalette()));
        painter.drawText(QRectF(margin, margin - 4, chartSize.width(), 20), Qt::AlignLeft | Qt::AlignVCenter, caption);
        VoteBarsPainter(chart, QRectF(QPointF(margin, margin + captionHeight), chartSize), paperPalette(), 12)
            .paint(painter);
    };
    return {caption, chartSize + QSizeF(2 * margin, 2 * margin + captionHeight), paint};
}

} // namespace cw
