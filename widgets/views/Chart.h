// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QString>
#include <vector>

class QPainter;

namespace cw {

/// One line of a chart over layers.
struct ChartLine {
    QString name;
    int colourIndex = 0;
    std::vector<double> values; ///< per layer, NaN where missing
    std::vector<double> errors; ///< standard errors, drawn as a band; empty or NaN where there is none
};

/// Lines over layers, as they are drawn.
struct LineChart {
    QString title;
    QString unit;
    QString layerLabel;
    int layers = 0;
    std::vector<ChartLine> lines;
    double low = 0; ///< range of the vertical axis; low == high: found from the values
    double high = 0;

    bool isEmpty() const;
    /// Widens low and high to hold every value of other.
    void include(const LineChart &other);
};

/// Round numbers within [low, high], about count of them.
std::vector<double> axisTicks(double low, double high, int count);

/// Paints lines into a rectangle and knows where they stand, so that a mouse can find them.
class ChartPainter {
public:
    ChartPainter(const LineChart &chart, const QRectF &rect, const QPalette &palette, int pixels);

    void paint(QPainter &painter) const;
    /// Draws the marker of a layer and the values of all lines there.
    void paintLayer(QPainter &painter, int layer) const;
    /// The layer nearest to x, or -1 outside the plot.
    int layerAt(const QPointF &position) const;
    QPointF point(int layer, double value) const;

private:
    void paintAxes(QPainter &painter) const;
    void paintBand(QPainter &painter, const ChartLine &line) const;
    void paintLine(QPainter &painter, const ChartLine &line) const;

    const LineChart &m_chart;
    QPalette m_palette;
    QRectF m_rect;
    QRectF m_plot;
    int m_pixels;
    double m_low;
    double m_high;
};

/// What the names and numbers of a chart are written in.
QFont chartFont(int pixels, bool bold = false);

enum class Fill { Solid, Hollow };

/// Paints the marker of a line: a different shape for each colour, so that colour is never the only sign. r: about half
/// its width.
void paintMarker(QPainter &painter, const QPointF &centre, int index, const QPalette &palette, double r = 3.2,
                 Fill fill = Fill::Solid);

} // namespace cw
