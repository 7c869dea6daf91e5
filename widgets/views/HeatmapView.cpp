// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/HeatmapView.h"

#include "widgets/style/Theme.h"
#include "widgets/views/HeatmapPlot.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QToolTip>
#include <QVBoxLayout>

namespace cw {

HeatmapView::HeatmapView(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_plot(new HeatmapPlot(this)), m_readOut(new QLabel(this))
{
    makeSpoken();
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(180, 140);
    QFont strong = font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_title->setIndent(4);
    m_readOut->setObjectName(QStringLiteral("readOutLabel"));
    m_readOut->setTextFormat(Qt::PlainText);
    m_readOut->setForegroundRole(QPalette::PlaceholderText);
    m_readOut->setIndent(4);
    m_readOut->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_readOut);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMouseTracking(true);
    connect(m_plot, &QCustomPlot::mouseMove, this, &HeatmapView::followMouse);
    connect(m_plot, &QCustomPlot::mousePress, this, [this](QMouseEvent *event) {
        setFocus(Qt::MouseFocusReason);
        m_pressed = event->pos();
    });
    connect(m_plot, &QCustomPlot::mouseRelease, this, &HeatmapView::selectAt);
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] { setView(m_plot->wholeView()); });
    connect(m_plot, &QCustomPlot::afterReplot, this, [this, chrome = 0]() mutable {
        if (std::exchange(chrome, m_plot->chromeWidth()) != m_plot->chromeWidth())
            Q_EMIT chromeChanged();
    });
    connect(m_plot, &QCustomPlot::afterReplot, this, [this, last = QRectF()]() mutable {
        if (std::exchange(last, m_plot->view()) != m_plot->view())
            Q_EMIT viewChanged(last);
    });
    showReadOut();
}

HeatmapView::~HeatmapView() = default;

void HeatmapView::setHeatmap(const Heatmap &map)
{
    m_map = map;
    m_title->setText(map.title);
    setAccessibleName(map.title);
    if (!m_map.contains(m_current))
        m_current = {};
    if (!m_map.contains(m_hovered))
        m_hovered = {};
    m_plot->show(m_map);
    m_plot->setOutlines(m_hovered, m_current);
    showReadOut();
}

void HeatmapView::setEmptyText(const QString &text)
{
    m_plot->setEmptyText(text);
}

void HeatmapView::setTokenLabelsShown(bool shown)
{
    m_plot->setTokenLabelsShown(shown);
}

void HeatmapView::setScaleShown(bool shown)
{
    m_plot->setScaleShown(shown);
}

int HeatmapView::chromeWidth() const
{
    return m_plot->chromeWidth();
}

void HeatmapView::setCurrentCell(Cell cell)
{
    const Cell wanted = m_map.contains(cell) ? cell : Cell();
    if (wanted == m_current)
        return;
    m_current = wanted;
    m_plot->setOutlines(m_hovered, m_current);
    showReadOut();
    announce(this);
}

void HeatmapView::setHoveredCell(Cell cell)
{
    m_hovered = m_map.contains(cell) ? cell : Cell();
    m_plot->setOutlines(m_hovered, m_current);
    showReadOut();
}

QRectF HeatmapView::view() const
{
    return m_plot->view();
}

void HeatmapView::setView(const QRectF &view)
{
    if (view == m_plot->view())
        return;
    m_plot->setView(view);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QRectF HeatmapView::cellRect(Cell cell) const
{
    return m_plot->cellRect(cell).translated(m_plot->pos());
}

QString HeatmapView::spokenValue() const
{
    return m_map.readOut(m_current);
}

void HeatmapView::followMouse(const QMouseEvent *event)
{
    const Cell cell = m_plot->cellAt(event->position());
    if (cell == m_hovered)
        return;
    setHoveredCell(cell);
    Q_EMIT cellHovered(cell.token, cell.layer);
}

void HeatmapView::selectAt(const QMouseEvent *event)
{
    const bool dragged = (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    const Cell cell = m_plot->cellAt(event->position());
    if (event->button() == Qt::LeftButton && !dragged && cell.isValid())
        choose(cell);
}

void HeatmapView::choose(Cell cell)
{
    setCurrentCell(cell);
    Q_EMIT cellSelected(cell.token, cell.layer);
}

void HeatmapView::moveCursor(int tokens, int layers)
{
    if (m_map.isEmpty())
        return;
    Cell next = m_current.isValid() ? m_current : Cell{m_map.subjectBegin, 0};
    if (m_current.isValid()) {
        next.token = std::clamp(next.token + tokens, 0, m_map.tokenCount() - 1);
        next.layer = std::clamp(next.layer + layers, 0, m_map.layers - 1);
    }
    setCurrentCell(next);
    const QRectF seen = view();
    QRectF moved = seen;
    moved.moveLeft(std::clamp(seen.left(), next.layer + 0.5 - seen.width(), next.layer - 0.5));
    moved.moveTop(std::clamp(seen.top(), next.token + 0.5 - seen.height(), next.token - 0.5));
    setView(moved);
}

void HeatmapView::zoom(double factor)
{
    const QRectF seen = view();
    const QPointF middle = m_current.isValid() ? QPointF(m_current.layer, m_current.token) : seen.center();
    QRectF zoomed(0, 0, seen.width() * factor, seen.height() * factor);
    zoomed.moveCenter(middle);
    setView(zoomed);
}

void HeatmapView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: return moveCursor(0, -1);
    case Qt::Key_Right: return moveCursor(0, 1);
    case Qt::Key_Up: return moveCursor(-1, 0);
    case Qt::Key_Down: return moveCursor(1, 0);
    case Qt::Key_PageUp: return moveCursor(-10, 0);
    case Qt::Key_PageDown: return moveCursor(10, 0);
    case Qt::Key_Home: return moveCursor(0, -m_map.layers);
    case Qt::Key_End: return moveCursor(0, m_map.layers);
    case Qt::Key_Plus: return zoom(0.8);
    case Qt::Key_Minus: return zoom(1.25);
    case Qt::Key_0: return setView(m_plot->wholeView());
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current.isValid())
            choose(m_current);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void HeatmapView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    setHoveredCell({});
    Q_EMIT cellHovered(-1, -1);
}

bool HeatmapView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Cell cell = m_plot->cellAt(m_plot->mapFrom(this, help->pos()));
    QToolTip::showText(help->globalPos(), m_map.readOut(cell), this);
    return true;
}

void HeatmapView::showReadOut()
{
    m_readOut->setText(m_map.readOut(m_hovered.isValid() ? m_hovered : m_current));
}

} // namespace cw
