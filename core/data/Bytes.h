// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

/// Bytes for people: "512 B", "5.8 MB", "14.0 GB".
QString formatBytes(double bytes);

} // namespace cw
