// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

class Terminal;

/// When a command has used a device or a type for the first time with a model, compares it with the CPU in fp32, keeps
/// what was found where the window keeps it, and warns on stderr where the numbers are not to be believed. A known
/// mismatch is warned about again. Fails nothing: the command's own work is done.
void checkFirstUse(const QString &model, const QString &device, const QString &dtype, const Terminal &terminal);

} // namespace cw
