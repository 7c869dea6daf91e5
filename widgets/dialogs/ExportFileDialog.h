// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QFileDialog;
class QWidget;

namespace cw {

/// Asks for a file to write, in one of the forms that these filters name; the ending follows the one that is chosen.
/// file: the name that is offered. Opened by open(), it is gone when it is closed.
QFileDialog *exportFileDialog(const QString &title, const QStringList &filters, const QString &file, QWidget *parent);

} // namespace cw
