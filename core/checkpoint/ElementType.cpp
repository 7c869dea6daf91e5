// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/ElementType.h"

#include <array>

namespace cw {
namespace {

struct Known {
    ElementType type;
    const char *name;
    int bytes;
};

constexpr std::array known{Known{ElementType::F64, "F64", 8}, Known{ElementType::F32, "F32", 4},
                           Known{ElementType::F16, "F16", 2}, Known{ElementType::BF16, "BF16", 2},
                           Known{ElementType::I64, "I64", 8}, Known{ElementType::I32, "I32", 4},
                           Known{ElementType::I16, "I16", 2}, Known{ElementType::I8, "I8", 1},
                           Known{ElementType::U8, "U8", 1},   Known{ElementType::Bool, "BOOL", 1}};

const Known &entryOf(ElementType type)
{
    return known[static_cast<std::size_t>(type)];
}

} // namespace

std::int64_t elementBytes(ElementType type)
{
    return entryOf(type).bytes;
}

bool isFloatingPoint(ElementType type)
{
    return type <= ElementType::BF16;
}

const char *name(ElementType type)
{
    return entryOf(type).name;
}

std::optional<ElementType> elementTypeNamed(std::string_view name)
{
    for (const Known &entry : known)
        if (name == entry.name)
            return entry.type;
    return std::nullopt;
}

std::string elementTypeNames()
{
    std::string list;
    for (const Known &entry : known)
        list += (list.empty() ? "" : ", ") + std::string(entry.name);
    return list;
}

} // namespace cw
