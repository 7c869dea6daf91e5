// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/Chart.h"

#include <QWidget>

namespace cw {

/// The names of lines with their colours and markers, in as many rows as the width asks for.
class ChartLegend final : public QWidget {
    Q_OBJECT
public:
    explicit ChartLegend(QWidget *parent = nullptr);
    void setLines(const std::vector<ChartLine> &lines);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<ChartLine> m_lines;
};

/// Paints the legend into rect and returns the height it took; with no painter only measures.
double paintLegend(QPainter *painter, const std::vector<ChartLine> &lines, const QRectF &rect, const QPalette &palette,
                   int pixels);

} // namespace cw
