// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Workbench.h"

#include <QAbstractButton>
#include <QAbstractItemView>

namespace cw::test {

/// A window in which a person edits: its docks, its tree of weights, and the boxes that are ticked there.
class EditingBench : public Workbench {
public:
    explicit EditingBench(const QString &dataFolder);

    QStringList titles; ///< of the jobs that ran, again and again while they did

    /// Waits until it can be worked with.
    void openDemo();
    void click(const char *button) const { QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton); }
    void trigger(const char *action) const { find<QAction>(action)->trigger(); }
    /// Clicks the tab of a dock.
    void showDock(const char *dock) const;
    QModelIndex part(const QString &layer, const QString &module) const;
    void choosePart(const QString &layer, const QString &module) const;
    /// Clicks where the style draws the box.
    void clickBox(QAbstractItemView &view, const QModelIndex &index) const;
    /// Until the model is what the stack says.
    void waitUntilApplied() const;

private:
    QObject m_watch; ///< of the titles: it goes before them
};

} // namespace cw::test
