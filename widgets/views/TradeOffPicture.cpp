// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/TradeOffPicture.h"

#include "widgets/style/Theme.h"
#include "widgets/views/CaptionedPicture.h"

namespace cw {

Picture tradeOffPicture(const TradeOff &chart, const QString &caption)
{
    return captionedPicture(caption, QSizeF(620, 380), [chart](QPainter &painter, const QRectF &rect) {
        TradeOffPainter(chart, rect, paperPalette(), 12).paint(painter);
    });
}

} // namespace cw
