// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Docks.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>

namespace cw {

namespace {

/// Raised when docks are added or renamed, so that an older arrangement is not applied to them.
constexpr int layoutVersion = 4;

constexpr int moment = 250; ///< ms in which docks are arranged

} // namespace

Docks::Docks(QMainWindow &window, const Panels &panels) : QObject(&window), m_window(window)
{
    window.setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    m_moment.setSingleShot(true);
    m_moment.setInterval(moment);
    connect(&m_moment, &QTimer::timeout, this, &Docks::tell);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    add("promptDock", tr("Prompt"), panels.prompt);
    add("runsDock", tr("Runs"), panels.runs);
    add("rolesDock", tr("Token roles"), panels.roles);
    add("barsDock", tr("Probabilities"), panels.bars);
    add("jobsDock", tr("Jobs"), panels.jobs);
    add("textDock", tr("Text"), panels.text);
    add("measuresDock", tr("Measures"), panels.measures);
    add("stackDock", tr("Edits"), panels.edits);
    add("weightsDock", tr("Weights"), panels.weights);
    add("previewDock", tr("Live scores"), panels.preview);
    reset();
}

QDockWidget *Docks::add(const char *name, const QString &title, QWidget *panel)
{
    auto *dock = new QDockWidget(title, &m_window);
    dock->setObjectName(QLatin1String(name));
    dock->setWidget(panel);
    m_docks.append(dock);
    connect(dock, &QDockWidget::visibilityChanged, this, [this, dock](bool isVisible) {
        m_visible[dock] = isVisible;
        m_moment.start();
    });
    // What lies behind another tab is not seen, though it counts as open: it comes to the front.
    connect(dock->toggleViewAction(), &QAction::triggered, this, [this, dock](bool isOpen) {
        if (isOpen || !m_told.value(dock))
            raise(dock->widget());
    });
    dock->toggleViewAction()->setShortcut(Qt::CTRL | Qt::Key(Qt::Key_0 + int(m_docks.size()) % 10)); // 0: the tenth
    return dock;
}

void Docks::tell()
{
    for (QDockWidget *dock : m_docks) {
        if (m_told.value(dock) == m_visible.value(dock))
            continue;
        m_told[dock] = m_visible.value(dock);
        Q_EMIT seen(dock->widget(), m_told[dock]);
    }
}

QList<QAction *> Docks::toggles() const
{
    QList<QAction *> actions;
    for (const QDockWidget *dock : m_docks)
        actions << dock->toggleViewAction();
    return actions;
}

void Docks::reset()
{
    for (QDockWidget *dock : m_docks) {
        dock->setFloating(false);
        m_window.removeDockWidget(dock);
    }
    m_window.addDockWidget(Qt::LeftDockWidgetArea, m_docks[0]);
    m_window.addDockWidget(Qt::LeftDockWidgetArea, m_docks[1]);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_docks[2]);
    m_window.splitDockWidget(m_docks[2], m_docks[3], Qt::Horizontal);
    m_window.tabifyDockWidget(m_docks[3], m_docks[4]);
    m_window.tabifyDockWidget(m_docks[2], m_docks[5]);
    m_window.tabifyDockWidget(m_docks[5], m_docks[6]);
    m_window.tabifyDockWidget(m_docks[1], m_docks[7]);
    m_window.tabifyDockWidget(m_docks[6], m_docks[8]);
    m_window.tabifyDockWidget(m_docks[4], m_docks[9]);
    for (QDockWidget *dock : m_docks)
        dock->show();
    m_docks[1]->raise();
    m_docks[2]->raise();
    m_docks[3]->raise();
    const int width = m_window.width();
    const int height = m_window.height();
    m_window.resizeDocks({m_docks[0], m_docks[1]}, {310, 310}, Qt::Horizontal);
    m_window.resizeDocks({m_docks[0], m_docks[1]}, {height * 7 / 10, height * 3 / 10}, Qt::Vertical);
    m_window.resizeDocks({m_docks[2], m_docks[3]}, {(width - 310) * 7 / 10, (width - 310) * 3 / 10}, Qt::Horizontal);
    m_window.resizeDocks({m_docks[2]}, {height * 36 / 100}, Qt::Vertical);
}

void Docks::raise(const QWidget *panel)
{
    for (QDockWidget *dock : m_docks) {
        if (dock->widget() != panel)
            continue;
        dock->show();
        dock->raise();
    }
}

void Docks::setShown(bool shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    if (shown) {
        m_window.restoreState(m_hiddenState, layoutVersion);
        return;
    }
    m_hiddenState = m_window.saveState(layoutVersion);
    for (QDockWidget *dock : m_docks)
        dock->hide();
}

QByteArray Docks::state() const
{
    return m_shown ? m_window.saveState(layoutVersion) : m_hiddenState;
}

void Docks::setState(const QByteArray &state)
{
    if (m_shown)
        m_window.restoreState(state, layoutVersion);
    else
        m_hiddenState = state;
}

} // namespace cw
