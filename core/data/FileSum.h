// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

/// The SHA-256 of a file's bytes, as hexadecimal digits. Throws Error of kind File naming path where it cannot be read.
QString sha256Of(const QString &path);

} // namespace cw
