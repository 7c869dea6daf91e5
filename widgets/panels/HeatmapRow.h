// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/Heatmap.h"

#include <QWidget>

namespace cw {

class HeatmapView;

/// Maps of the same tokens beside each other, as one: they zoom and move together, show the cell under the mouse in
/// all, share one cursor, and have cells of one width.
class HeatmapRow final : public QWidget {
    Q_OBJECT
public:
    explicit HeatmapRow(QWidget *parent = nullptr);

    void setHeatmaps(const std::vector<Heatmap> &maps);
    void setEmptyText(const QString &text);
    void setCurrentCell(Cell cell);
    const std::vector<HeatmapView *> &views() const { return m_views; }

Q_SIGNALS:
    void cellSelected(int map, int token, int layer);
    void cellHovered(int token, int layer);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    HeatmapView *addView();
    void setCount(std::size_t count);
    void shareWidth();

    std::vector<HeatmapView *> m_views;
    QString m_emptyText;
    bool m_linking = false;
};

} // namespace cw
