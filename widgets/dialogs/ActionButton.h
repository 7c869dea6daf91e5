// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QDialogButtonBox;
class QPushButton;

namespace cw {

/// A button of a dialog that does something and leaves it open; Return never presses it. picture: an icon of ours.
QPushButton *actionButton(QDialogButtonBox &box, const char *name, const QString &text, const QString &picture);

} // namespace cw
