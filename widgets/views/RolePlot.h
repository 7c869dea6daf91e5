// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/Chart.h"
#include "widgets/views/SpokenValue.h"

#include <QWidget>

namespace cw {

/// Effects over layers, one line per token role, for one kind of state. The mouse or the arrow keys read out a layer.
class RolePlot final : public QWidget, public SpokenValue {
    Q_OBJECT
public:
    explicit RolePlot(QWidget *parent = nullptr);

    void setChart(const LineChart &chart);
    const LineChart &chart() const { return m_chart; }
    void setEmptyText(const QString &text);
    int currentLayer() const { return m_layer; }
    void setCurrentLayer(int layer);

    QString spokenValue() const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void layerHovered(int layer);
    void layerSelected(int layer);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    ChartPainter painterFor() const;

    LineChart m_chart;
    QString m_emptyText;
    int m_layer = -1;
};

} // namespace cw
