// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/ElementType.h"

#include <string_view>
#include <vector>

namespace cw {

enum class PickleKind : std::uint8_t { None, Bool, Int, Float, Text, Tuple, List, Dict, Global, Storage, Tensor };

/// A value of a pickle. Texts are views into the file; what has parts is a number of a list in PickleParts, so that a
/// value that holds itself is no harm.
struct PickleValue {
    PickleKind kind = PickleKind::None;
    std::int64_t number = 0; ///< of a Bool or Int; of the list of parts, the global, the storage or the tensor
    std::string_view text;

    bool is(PickleKind wanted) const { return kind == wanted; }
    bool isSequence() const { return kind == PickleKind::Tuple || kind == PickleKind::List; }
};

/// Numbers that stand in a row in the file. Several tensors may be views of one storage.
struct PickledStorage {
    ElementType type = ElementType::F32;
    std::string_view key;
    std::int64_t count = 0;
};

struct PickledTensor {
    std::size_t storage = 0;
    std::int64_t offset = 0; ///< in numbers, as are the strides
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
};

} // namespace cw
