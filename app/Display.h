// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cw {

/// What kind of application the arguments ask for. It has to be known before one is made: QApplication aborts where no
/// display can be reached.
enum class Display { None, Pictures, Window };
Display displayFor(const QStringList &arguments);

/// Whether a window could be shown: a platform is named, or the X or Wayland server of the environment answers.
bool isDisplayReachable();

} // namespace cw
