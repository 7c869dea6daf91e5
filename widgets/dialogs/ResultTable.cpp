// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/ResultTable.h"

#include <QHeaderView>
#include <QTableView>

namespace cw {

QTableView *resultTable(const char *name, const QString &title, QAbstractItemModel *model, QWidget *parent)
{
    auto *view = new QTableView(parent);
    view->setObjectName(QLatin1String(name));
    view->setAccessibleName(title);
    view->setModel(model);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setTabKeyNavigation(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 8);
    view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    view->horizontalHeader()->setHighlightSections(false);
    return view;
}

} // namespace cw
