// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/ElementType.h"

#include <c10/core/ScalarType.h>

namespace cw {

at::ScalarType scalarType(ElementType type);
/// Nothing for a type that files of tensors do not hold.
std::optional<ElementType> elementType(at::ScalarType type);

} // namespace cw
