// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QRectF>
#include <vector>

namespace cw {

/// A name that is to stand beside any of these points.
struct LabelWish {
    std::vector<QPointF> anchors;
    QSizeF size;
};

/// Where names stand within bounds so that they cover neither one another nor what is taken: close to their anchors,
/// and further off only where it is crowded.
std::vector<QRectF> labelPlaces(const std::vector<LabelWish> &wishes, std::vector<QRectF> taken, const QRectF &bounds);

/// The shortest line from one of the points to the rectangle.
QLineF shortestLine(const std::vector<QPointF> &points, const QRectF &to);

} // namespace cw
