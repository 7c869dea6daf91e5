// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace cw {

class ChartLegend;
class RolePlot;
class Selection;
class ShownTrace;

/// The effects of the trace that is shown, averaged over the tokens of each role, as lines over layers.
class RolePanel final : public QWidget {
    Q_OBJECT
public:
    RolePanel(ShownTrace &trace, Selection &selection, QWidget *parent = nullptr);

private:
    void draw();
    RolePlot *addPlot();

    ShownTrace &m_trace;
    Selection &m_selection;
    QHBoxLayout *m_row;
    std::vector<RolePlot *> m_plots;
    ChartLegend *m_legend;
};

} // namespace cw
