// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/Heatmap.h"
#include "widgets/views/SpokenValue.h"

#include <QWidget>

class QLabel;

namespace cw {

class HeatmapPlot;

/// A map of effects: tokens down, layers across. The wheel zooms, a drag moves, a double click shows all; arrow keys
/// move a cursor over the cells, a click or Enter selects one.
class HeatmapView final : public QWidget, public SpokenValue {
    Q_OBJECT
public:
    explicit HeatmapView(QWidget *parent = nullptr);
    ~HeatmapView() override;

    /// Shows a map. The part in view and the cursor stay when the new map has the same shape, so that a map can be
    /// filled by calling this again; the drawing is queued.
    void setHeatmap(const Heatmap &map);
    const Heatmap &heatmap() const { return m_map; }
    /// Text shown while there is no map.
    void setEmptyText(const QString &text);

    void setTokenLabelsShown(bool shown);
    void setScaleShown(bool shown);
    /// How much of the width is taken by labels and colour scale, to align maps beside each other.
    int chromeWidth() const;

    Cell currentCell() const { return m_current; }
    void setCurrentCell(Cell cell);
    void setHoveredCell(Cell cell);
    /// The part in view: layers across, tokens down, in cells, with cell (0, 0) centred at the origin.
    QRectF view() const;
    void setView(const QRectF &view);
    /// Where a cell stands in this widget.
    QRectF cellRect(Cell cell) const;

    QString spokenValue() const override;

Q_SIGNALS:
    void cellSelected(int token, int layer);
    /// -1, -1: the mouse is over no cell.
    void cellHovered(int token, int layer);
    void viewChanged(const QRectF &view);
    /// Labels or colour scale take another part of the width than before.
    void chromeChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void followMouse(const QMouseEvent *event);
    void selectAt(const QMouseEvent *event);
    void moveCursor(int tokens, int layers);
    void zoom(double factor);
    void choose(Cell cell);
    void showReadOut();

    Heatmap m_map;
    QLabel *m_title;
    HeatmapPlot *m_plot;
    QLabel *m_readOut;
    Cell m_current;
    Cell m_hovered;
    QPoint m_pressed;
};

} // namespace cw
