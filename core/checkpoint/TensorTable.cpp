// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/TensorTable.h"

namespace cw {

std::int64_t TensorEntry::count() const
{
    std::int64_t count = 1;
    for (const std::int64_t size : shape)
        count *= size;
    return count;
}

std::string shapeText(const std::vector<std::int64_t> &shape)
{
    std::string text;
    for (const std::int64_t size : shape)
        text += (text.empty() ? "" : ", ") + std::to_string(size);
    return "[" + text + "]";
}

} // namespace cw
