// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/Picture.h"

#include <QRectF>

namespace cw {

/// A chart of this size with its caption above it and a margin around both. paint fills the rectangle it is given.
Picture captionedPicture(const QString &caption, const QSizeF &chart,
                         const std::function<void(QPainter &, const QRectF &)> &paint);

} // namespace cw
