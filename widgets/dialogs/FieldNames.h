// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

/// What a form calls the setting of this key.
QString fieldName(const char *key);

} // namespace cw
