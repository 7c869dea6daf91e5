// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cw {

/// The types of numbers that files of tensors hold. libtorch has its own list; those who read files need no libtorch.
enum class ElementType { F64, F32, F16, BF16, I64, I32, I16, I8, U8, Bool };

std::int64_t elementBytes(ElementType type);
bool isFloatingPoint(ElementType type);
/// The name that safetensors files use: "F32", "BOOL" ...
const char *name(ElementType type);
std::optional<ElementType> elementTypeNamed(std::string_view name);
/// All names, for sentences: "F64, F32, F16 ...".
std::string elementTypeNames();

} // namespace cw
