// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/VoteBarsPicture.h"

#include "widgets/style/Theme.h"
#include "widgets/views/CaptionedPicture.h"

namespace cw {

Picture voteBarsPicture(const VoteBars &chart, const QString &caption)
{
    return captionedPicture(caption, QSizeF(620, 320), [chart](QPainter &painter, const QRectF &rect) {
        VoteBarsPainter(chart, rect, paperPalette(), 12).paint(painter);
    });
}

} // namespace cw
