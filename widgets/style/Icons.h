// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/Theme.h"

#include <QIcon>
#include <QString>

namespace cw {

/// The drawing resources/icons/<name>.svg in the text colour of the application's palette at the time it is painted, so
/// that icons follow a change of theme.
QIcon icon(const QString &name);

/// The same in the colour of a role.
QIcon icon(const QString &name, Role role);

} // namespace cw
