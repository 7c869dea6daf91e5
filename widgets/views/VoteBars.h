// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QRectF>
#include <QString>
#include <vector>

class QPainter;

namespace cw {

/// A place that prompts voted for.
struct VoteBar {
    QString name;  ///< in full
    QString label; ///< below its bar
    double votes = 0;
    bool isLocated = false;
};

/// A histogram of votes, as it is drawn.
struct VoteBars {
    QString title;     ///< of what is counted
    QString placeName; ///< of what stands across
    std::vector<VoteBar> bars;

    bool isEmpty() const { return bars.empty(); }
};

/// Paints bars into a rectangle, those of located places filled and the others hollow, and knows where they stand, so
/// that a mouse can find them.
class VoteBarsPainter {
public:
    VoteBarsPainter(const VoteBars &chart, const QRectF &rect, const QPalette &palette, int pixels);

    /// current: the bar that is looked at; -1: none.
    void paint(QPainter &painter, int current = -1) const;
    /// The bar of the column at a position, or -1 outside.
    int barAt(const QPointF &position) const;
    QRectF bar(int index) const;

private:
    double columnWidth() const;
    void paintAxis(QPainter &painter) const;
    void paintHead(QPainter &painter) const;
    void paintBar(QPainter &painter, int index, bool isCurrent) const;
    void paintLabel(QPainter &painter, int index) const;

    const VoteBars &m_chart;
    QPalette m_palette;
    QRectF m_rect;
    QRectF m_plot;
    int m_pixels;
    bool m_isTurned = false; ///< the labels stand upright, as they are wider than the bars
    double m_most = 1;
};

} // namespace cw
