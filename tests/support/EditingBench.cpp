// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/EditingBench.h"

#include <QDockWidget>
#include <QTabBar>
#include <QTreeView>

namespace cw::test {

EditingBench::EditingBench(const QString &dataFolder) : Workbench(dataFolder)
{
    QObject::connect(&jobs, &JobQueue::changed, &m_watch, [this] {
        for (const Job *job : jobs.jobs())
            titles << job->status().title;
    });
}

void EditingBench::openDemo()
{
    QVERIFY(QTest::qWaitForWindowActive(&window));
    trigger("openDemoAction");
    QTRY_VERIFY_WITH_TIMEOUT(selection.base().checkpoint, patience);
    waitUntilApplied();
}

void EditingBench::showDock(const char *dock) const
{
    const QString title = find<QDockWidget>(dock)->windowTitle();
    for (QTabBar *bar : window.findChildren<QTabBar *>())
        for (int tab = 0; tab < bar->count(); ++tab)
            if (bar->tabText(tab) == title)
                QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
}

QModelIndex EditingBench::part(const QString &layer, const QString &module) const
{
    const QAbstractItemModel &tree = *find<QTreeView>("weightTree")->model();
    for (int top = 0; top < tree.rowCount(); ++top) {
        const QModelIndex group = tree.index(top, 0);
        if (group.data().toString() != layer)
            continue;
        for (int row = 0; row < tree.rowCount(group); ++row)
            if (tree.index(row, 0, group).data().toString() == module)
                return tree.index(row, 0, group);
    }
    return {};
}

void EditingBench::choosePart(const QString &layer, const QString &module) const
{
    auto *tree = find<QTreeView>("weightTree");
    const QModelIndex index = part(layer, module);
    QVERIFY(index.isValid());
    tree->expand(index.parent());
    tree->scrollTo(index);
    const QRect rect = tree->visualRect(index);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, QPoint(rect.right() - 4, rect.center().y()));
    QCOMPARE(tree->currentIndex(), index);
}

void EditingBench::clickBox(QAbstractItemView &view, const QModelIndex &index) const
{
    view.scrollTo(index);
    QStyleOptionViewItem option;
    option.initFrom(&view);
    option.rect = view.visualRect(index);
    option.features = QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::HasDisplay;
    const QRect box = view.style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, &view);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, box.center());
}

void EditingBench::waitUntilApplied() const
{
    QTest::qWait(0);
    QTRY_VERIFY_WITH_TIMEOUT(jobs.isIdle(), patience);
}

} // namespace cw::test
