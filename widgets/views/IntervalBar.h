// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/Picture.h"

#include <QMetaType>
#include <QPalette>
#include <QRectF>
#include <cmath>
#include <limits>
#include <vector>

class QPainter;

namespace cw {

/// A number on a scale: one mark with its interval, or two above each other for two models, and the ideal value.
struct IntervalBar {
    struct Mark {
        double value = std::numeric_limits<double>::quiet_NaN();
        double low = std::numeric_limits<double>::quiet_NaN();
        double high = std::numeric_limits<double>::quiet_NaN();

        bool isThere() const { return !std::isnan(value); }
    };

    Mark before;
    Mark after; ///< NaN: no second model
    double ideal = std::numeric_limits<double>::quiet_NaN();
    double left = 0; ///< ends of the scale
    double right = 1;

    bool isEmpty() const { return !before.isThere() && !after.isThere(); }
};

/// Ends that are round and hold all marks and the ideal value; with isWhole from 0 to 100, as numbers in per cent are
/// read.
void setScale(IntervalBar &bar, bool isWhole);

/// Draws a bar with the ends of its scale beside it: the line from the ideal value or 0 to the number, the interval as
/// a whisker, the ideal as a dashed line. The second model's mark is hollow, so that colour is never the only sign.
void paintBar(QPainter &painter, const IntervalBar &bar, const QRectF &rect, const QPalette &palette);

/// One line of a picture of bars.
struct BarLine {
    QString title;
    QString number; ///< the value and its interval, written out
    IntervalBar bar;
    bool isHead = false; ///< a measure, above its numbers
};

/// Bars below each other on white, with their titles and numbers; names: of the models, one or two.
Picture barLinesPicture(std::vector<BarLine> lines, const QStringList &names);

} // namespace cw

Q_DECLARE_METATYPE(cw::IntervalBar)
