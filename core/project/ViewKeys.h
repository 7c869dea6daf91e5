// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

/// Of Project::view(): the folder of the model that is open, empty where none is. A command that lays an edit writes it
/// as well as the window.
inline const QString openModelKey = QStringLiteral("model");

} // namespace cw
