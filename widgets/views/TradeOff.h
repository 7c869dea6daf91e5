// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Bootstrap.h"

#include <QLineF>
#include <QPalette>
#include <QPen>
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

class QPainter;

namespace cw {

/// A way to edit among others: what it costs across, and its scores.
struct TradeOffMark {
    QString name;
    int colourIndex = 0;
    double cost = 1;
    double train = 0;
    double test = 0;
    bool isBroken = false;           ///< it breaks a guard
    std::optional<Interval> placebo; ///< where most placebos have the score

    bool isDrawable() const;
};

/// Scores against what they cost, as they are drawn; less is better of both.
struct TradeOff {
    QString title;                   ///< of the scores
    QString costTitle;               ///< below the axis
    std::vector<TradeOffMark> marks; ///< the first is what the others are compared with

    bool isEmpty() const { return marks.empty(); }
};

/// Paints marks into a rectangle, the train fold filled and the test fold hollow, and knows where they stand, so that a
/// mouse can find them.
class TradeOffPainter {
public:
    TradeOffPainter(const TradeOff &chart, const QRectF &rect, const QPalette &palette, int pixels);

    /// current: the mark that is looked at; -1: none.
    void paint(QPainter &painter, int current = -1) const;
    QPointF point(double cost, double score) const;
    /// The mark nearest to a position, or -1 where none is near.
    int markAt(const QPointF &position) const;
    /// Where the names of the marks stand; empty of one that cannot be drawn.
    const std::vector<QRectF> &names() const { return m_names; }

private:
    /// A sign above the plot, and what it means.
    struct Key {
        enum class Sign { Train, Test, Broken, Placebo, Reference } sign;
        QString text;
    };

    void findRange();
    void placeNames();
    double scaled(double cost) const;
    std::vector<double> costTicks() const;
    std::vector<QPointF> ends(const TradeOffMark &mark) const;
    QRectF barOf(const TradeOffMark &mark, double around) const;
    std::vector<QLineF> references() const;
    QPen brokenPen() const;
    std::vector<Key> keys() const;
    void paintAxes(QPainter &painter) const;
    void paintHead(QPainter &painter) const;
    void paintSign(QPainter &painter, Key::Sign sign, const QPointF &centre) const;
    void paintReference(QPainter &painter) const;
    void paintBand(QPainter &painter, const TradeOffMark &mark) const;
    void paintMark(QPainter &painter, const TradeOffMark &mark, bool isCurrent) const;
    void paintName(QPainter &painter, std::size_t mark) const;
    void paintMissing(QPainter &painter) const;

    const TradeOff &m_chart;
    QPalette m_palette;
    QRectF m_rect;
    QRectF m_plot;
    int m_pixels;
    bool m_isLogarithmic = false;
    double m_least = 0; ///< cost at the left end, as scaled() has it
    double m_most = 1;
    double m_high = 1; ///< score at the upper end; the lower is 0
    std::vector<QRectF> m_names;
};

} // namespace cw
