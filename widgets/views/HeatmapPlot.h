// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/ColourScale.h"
#include "widgets/views/Heatmap.h"
#include "widgets/views/QCustomPlotHeader.h"

namespace cw {

class TokenTicker;

/// The plot inside a HeatmapView: colour map, axes and colour scale, with the outlines painted over the finished plot
/// so that moving them never draws the map again.
class HeatmapPlot final : public QCustomPlot {
public:
    explicit HeatmapPlot(QWidget *parent);

    /// Shows a map; the part in view stays when the new one has the same shape.
    void show(const Heatmap &map);
    /// Text in the middle while there is no map.
    void setEmptyText(const QString &text);
    void setTokenLabelsShown(bool shown);
    void setScaleShown(bool shown);
    void setOutlines(Cell hovered, Cell current);

    Cell cellAt(const QPointF &position) const;
    QRectF cellRect(Cell cell) const;
    QRectF view() const; ///< layers across, tokens down, in cells; a whole map is (-0.5, -0.5, layers, tokens)
    void setView(const QRectF &view);
    QRectF wholeView() const;
    /// How much of the width is taken by labels and colour scale.
    int chromeWidth() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildAxes();
    void restyle();
    void fill(const Heatmap &map);
    void applyScale();
    void applyScaleTicks();
    void keepInside();
    void fitLabels();
    void paintOutline(QPainter &painter, Cell cell, const QColor &colour, qreal width) const;
    void paintSubject(QPainter &painter) const;
    void paintEmpty();

    Heatmap m_map;
    QString m_emptyText;
    Cell m_hovered;
    Cell m_current;
    QCPColorMap *m_cells;
    QCPColorScale *m_scale;
    QSharedPointer<TokenTicker> m_tokenTicker;
    int m_chrome = 0; ///< width beside the cells, as it was drawn last
    bool m_clamping = false;
};

} // namespace cw
