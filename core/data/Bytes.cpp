// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Bytes.h"

#include <QLocale>
#include <array>

namespace cw {

QString formatBytes(double bytes)
{
    constexpr std::array units{"B", "KB", "MB", "GB", "TB", "PB", "EB"};
    std::size_t unit = 0;
    while (bytes >= 1000 && unit + 1 < units.size()) {
        bytes /= 1000;
        ++unit;
    }
    return QLocale::c().toString(bytes, 'f', unit > 0 && bytes < 100 ? 1 : 0) + QLatin1Char(' ') +
           QLatin1String(units[unit]);
}

} // namespace cw
