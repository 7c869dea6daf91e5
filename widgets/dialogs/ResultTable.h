// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemModel;
class QTableView;
class QWidget;

namespace cw {

/// A table of results in a dialog: whole rows are chosen, the first column takes the room that is left. title: what a
/// screen reader calls it.
QTableView *resultTable(const char *name, const QString &title, QAbstractItemModel *model, QWidget *parent);

} // namespace cw
