// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/ExportFileDialog.h"

#include <QFileDialog>
#include <QFileInfo>

namespace cw {

QFileDialog *exportFileDialog(const QString &title, const QStringList &filters, const QString &file, QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(QFileInfo(file).suffix());
    dialog->selectFile(file);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).chopped(1));
    });
    return dialog;
}

} // namespace cw
