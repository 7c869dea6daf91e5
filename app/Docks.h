// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QVector>

class QAction;
class QDockWidget;
class QMainWindow;
class QWidget;

namespace cw {

/// The panels around the maps: where they stand, and whether they are seen.
class Docks final : public QObject {
    Q_OBJECT
public:
    struct Panels {
        QWidget *prompt;
        QWidget *runs;
        QWidget *roles;
        QWidget *bars;
        QWidget *jobs;
        QWidget *text;
        QWidget *measures;
        QWidget *edits;
        QWidget *weights;
        QWidget *preview;
    };

    Docks(QMainWindow &window, const Panels &panels);

    /// For the View menu.
    QList<QAction *> toggles() const;
    /// Puts every dock where it is in a new project.
    void reset();
    /// Brings the dock of a panel before the others in its place.
    void raise(const QWidget *panel);
    /// All docks out of sight while there is nothing to work on, and back as they were.
    void setShown(bool shown);
    QByteArray state() const;
    void setState(const QByteArray &state);

Q_SIGNALS:
    /// A panel can be seen now, or no longer, as when another tab is before it. What is shown and hidden again in a
    /// moment while docks are arranged is not told.
    void seen(const QWidget *panel, bool isSeen);

private:
    void tell();
    QDockWidget *add(const char *name, const QString &title, QWidget *panel);

    QMainWindow &m_window;
    QVector<QDockWidget *> m_docks;       ///< in the order of Panels
    QHash<QDockWidget *, bool> m_visible; ///< as Qt says: behind a tab a dock is not
    QHash<QDockWidget *, bool> m_told;
    QTimer m_moment;
    QByteArray m_hiddenState;
    bool m_shown = true;
};

} // namespace cw
