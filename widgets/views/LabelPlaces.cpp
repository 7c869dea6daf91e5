// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/LabelPlaces.h"

#include <algorithm>
#include <limits>

namespace cw {

namespace {

constexpr double gaps[] = {9, 18, 30, 44, 60, 80}; ///< between a point and its name
/// Towards which a name stands from its point: the first are liked best.
constexpr int directions[][2] = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}};
constexpr double air = 2;         ///< that is left around names
constexpr double coverWeight = 4; ///< a covered pixel costs as much as so many of distance

double coveredBy(const std::vector<QRectF> &taken, const QRectF &rect)
{
    double area = 0;
    for (const QRectF &each : taken) {
        const QRectF common = each & rect;
        area += common.width() * common.height();
    }
    return area;
}

} // namespace

std::vector<QRectF> labelPlaces(const std::vector<LabelWish> &wishes, std::vector<QRectF> taken, const QRectF &bounds)
{
    std::vector<QRectF> places;
    for (const LabelWish &wish : wishes) {
        QRectF best;
        double least = std::numeric_limits<double>::infinity();
        for (const QPointF &anchor : wish.anchors) {
            for (const double gap : gaps) {
                double liking = 0;
                for (const auto &[across, down] : directions) {
                    const QPointF centre =
                        anchor + QPointF(across * (gap + wish.size.width() / 2), down * (gap + wish.size.height() / 2));
                    const QRectF rect(centre - QPointF(wish.size.width() / 2, wish.size.height() / 2), wish.size);
                    const double cost =
                        coverWeight * coveredBy(taken, rect.adjusted(-air, -air, air, air)) + gap + liking++;
                    if (bounds.contains(rect) && cost < least) {
                        least = cost;
                        best = rect;
                    }
                }
            }
        }
        places.push_back(best);
        taken.push_back(best);
    }
    return places;
}

QLineF shortestLine(const std::vector<QPointF> &points, const QRectF &to)
{
    QLineF shortest;
    for (const QPointF &point : points) {
        const QLineF line(
            point, QPointF(std::clamp(point.x(), to.left(), to.right()), std::clamp(point.y(), to.top(), to.bottom())));
        if (shortest.isNull() || line.length() < shortest.length())
            shortest = line;
    }
    return shortest;
}

} // namespace cw
