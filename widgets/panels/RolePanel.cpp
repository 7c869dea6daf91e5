// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/RolePanel.h"

#include "core/project/Selection.h"
#include "widgets/models/ShownTrace.h"
#include "widgets/views/ChartLegend.h"
#include "widgets/views/RolePlot.h"

#include <QVBoxLayout>

namespace cw {

RolePanel::RolePanel(ShownTrace &trace, Selection &selection, QWidget *parent)
    : QWidget(parent), m_trace(trace), m_selection(selection), m_row(new QHBoxLayout), m_legend(new ChartLegend(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 4);
    layout->setSpacing(4);
    m_row->setSpacing(6);
    layout->addLayout(m_row, 1);
    layout->addWidget(m_legend);
    m_plots.push_back(addPlot());
    connect(&m_trace, &ShownTrace::changed, this, &RolePanel::draw);
    draw();
}

RolePlot *RolePanel::addPlot()
{
    auto *plot = new RolePlot(this);
    plot->setObjectName(QStringLiteral("rolePlot%1").arg(m_plots.size()));
    plot->setEmptyText(tr("The average effect of each token role appears here."));
    m_row->addWidget(plot);
    connect(plot, &RolePlot::layerHovered, this, [this](int layer) {
        for (RolePlot *other : m_plots)
            other->setCurrentLayer(layer);
    });
    connect(plot, &RolePlot::layerSelected, this, [this](int layer) {
        CellChoice cell = m_selection.cell();
        cell.token = cell.token < 0 && !m_trace.isEmpty() ? m_trace.run().input.subjectEnd - 1 : cell.token;
        cell.layer = layer;
        m_selection.setCell(cell);
    });
    return plot;
}

void RolePanel::draw()
{
    std::vector<LineChart> charts;
    if (!m_trace.isEmpty())
        charts = roleCharts(m_trace.run(), m_trace.effects(), m_trace.choice().quantity);
    const std::size_t count = std::max<std::size_t>(1, charts.size());
    while (m_plots.size() < count)
        m_plots.push_back(addPlot());
    while (m_plots.size() > count) {
        delete m_plots.back();
        m_plots.pop_back();
    }
    for (std::size_t i = 0; i < m_plots.size(); ++i)
        m_plots[i]->setChart(i < charts.size() ? charts[i] : LineChart());
    m_legend->setVisible(!charts.empty());
    if (!charts.empty())
        m_legend->setLines(charts.front().lines);
}

} // namespace cw
