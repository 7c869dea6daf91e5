// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/ActionButton.h"

#include "widgets/style/Icons.h"

#include <QDialogButtonBox>
#include <QPushButton>

namespace cw {

QPushButton *actionButton(QDialogButtonBox &box, const char *name, const QString &text, const QString &picture)
{
    QPushButton *button = box.addButton(text, QDialogButtonBox::ActionRole);
    button->setObjectName(QLatin1String(name));
    button->setIcon(icon(picture));
    button->setAutoDefault(false);
    return button;
}

} // namespace cw
