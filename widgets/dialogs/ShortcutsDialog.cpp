// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/ShortcutsDialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cw {

namespace {

void addShortcuts(QTreeWidgetItem &group, const QList<QAction *> &actions)
{
    for (const QAction *action : actions) {
        if (action->menu())
            addShortcuts(group, action->menu()->actions());
        else if (!action->shortcut().isEmpty())
            new QTreeWidgetItem(&group, QStringList{action->text().remove(QLatin1Char('&')),
                                                    action->shortcut().toString(QKeySequence::NativeText)});
    }
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar &menus, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(480, 560);
    auto *tree = new QTreeWidget(this);
    tree->setObjectName(QStringLiteral("shortcutsTree"));
    tree->setHeaderLabels({tr("Action"), tr("Keys")});
    tree->setRootIsDecorated(false);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const QAction *menu : menus.actions()) {
        auto *group = new QTreeWidgetItem(tree, QStringList{menu->text().remove(QLatin1Char('&'))});
        addShortcuts(*group, menu->menu()->actions());
    }
    auto *maps = new QTreeWidgetItem(tree, QStringList{tr("Maps")});
    const std::vector<std::pair<QString, QString>> keys{
        {tr("Move the cursor"), tr("Arrow keys, Page Up, Page Down, Home, End")},
        {tr("Choose the cell"), tr("Return")},
        {tr("Zoom in, out, show all"), tr("+, −, 0")}};
    for (const auto &[what, how] : keys)
        new QTreeWidgetItem(maps, QStringList{what, how});
    auto *tokens = new QTreeWidgetItem(tree, QStringList{tr("Tokens")});
    new QTreeWidgetItem(tokens, QStringList{tr("Mark the subject"), tr("Shift + arrow keys")});
    tree->expandAll();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tree);
    layout->addWidget(buttons);
}

} // namespace cw
