// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/ScalarTypes.h"

#include <algorithm>
#include <array>

namespace cw {
namespace {

// In the order of ElementType.
constexpr std::array types{at::kDouble, at::kFloat, at::kHalf, at::kBFloat16, at::kLong,
                           at::kInt,    at::kShort, at::kChar, at::kByte,     at::kBool};

} // namespace

at::ScalarType scalarType(ElementType type)
{
    return types[static_cast<std::size_t>(type)];
}

std::optional<ElementType> elementType(at::ScalarType type)
{
    const auto found = std::find(types.begin(), types.end(), type);
    if (found == types.end())
        return std::nullopt;
    return static_cast<ElementType>(found - types.begin());
}

} // namespace cw
