// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/HeatmapRow.h"

#include "widgets/views/HeatmapView.h"

#include <QScopedValueRollback>
#include <numeric>

namespace cw {

HeatmapRow::HeatmapRow(QWidget *parent) : QWidget(parent)
{
    setMinimumHeight(180);
    setCount(1);
}

HeatmapView *HeatmapRow::addView()
{
    auto *view = new HeatmapView(this);
    view->setObjectName(QStringLiteral("heatmapView%1").arg(m_views.size()));
    view->setEmptyText(m_emptyText);
    connect(view, &HeatmapView::cellSelected, this,
            [this, map = static_cast<int>(m_views.size())](int token, int layer) {
                setCurrentCell({token, layer});
                Q_EMIT cellSelected(map, token, layer);
            });
    connect(view, &HeatmapView::cellHovered, this, [this](int token, int layer) {
        for (HeatmapView *other : m_views)
            other->setHoveredCell({token, layer});
        Q_EMIT cellHovered(token, layer);
    });
    connect(view, &HeatmapView::viewChanged, this, [this](const QRectF &part) {
        if (m_linking)
            return;
        const QScopedValueRollback guard(m_linking, true);
        for (HeatmapView *other : m_views)
            other->setView(part);
    });
    connect(view, &HeatmapView::chromeChanged, this, &HeatmapRow::shareWidth);
    view->show();
    return view;
}

void HeatmapRow::setCount(std::size_t count)
{
    while (m_views.size() < count)
        m_views.push_back(addView());
    while (m_views.size() > count) {
        delete m_views.back();
        m_views.pop_back();
    }
}

void HeatmapRow::setHeatmaps(const std::vector<Heatmap> &maps)
{
    setCount(std::max<std::size_t>(1, maps.size()));
    for (std::size_t i = 0; i < maps.size(); ++i) {
        m_views[i]->setTokenLabelsShown(i == 0);
        m_views[i]->setHeatmap(maps[i]);
    }
    if (maps.empty())
        m_views.front()->setHeatmap({});
    shareWidth();
}

void HeatmapRow::setEmptyText(const QString &text)
{
    m_emptyText = text;
    for (HeatmapView *view : m_views)
        view->setEmptyText(text);
}

void HeatmapRow::setCurrentCell(Cell cell)
{
    for (HeatmapView *view : m_views)
        view->setCurrentCell(cell);
}

void HeatmapRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareWidth();
}

void HeatmapRow::shareWidth()
{
    constexpr int spacing = 6;
    const auto count = static_cast<int>(m_views.size());
    const int chrome = std::accumulate(m_views.begin(), m_views.end(), 0,
                                       [](int sum, HeatmapView *view) { return sum + view->chromeWidth(); });
    const int cells = std::max(20 * count, width() - chrome - spacing * (count - 1)) / count;
    int left = 0;
    for (HeatmapView *view : m_views) {
        const bool last = view == m_views.back();
        const int wide = last ? width() - left : view->chromeWidth() + cells;
        view->setGeometry(left, 0, wide, height());
        left += wide + spacing;
    }
}

} // namespace cw
