// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/ElementType.h"

#include <map>
#include <string>
#include <vector>

namespace cw {

/// Where a tensor lies in its file.
struct TensorEntry {
    ElementType type = ElementType::F32;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides; ///< in numbers; empty: row-major without gaps
    std::int64_t begin = 0;            ///< in bytes from the beginning of the file, as is end
    std::int64_t end = 0;

    std::int64_t count() const; ///< numbers in the tensor
    std::int64_t bytes() const { return count() * elementBytes(type); }
    bool isContiguous() const { return strides.empty(); }
};

/// What a file of tensors says of itself without its numbers. Whoever fills it has checked that every tensor lies
/// within the file and that its count of bytes can exist.
struct TensorTable {
    std::map<std::string, TensorEntry> tensors;
    std::map<std::string, std::string> metadata;
    std::int64_t descriptionBegin = 0; ///< the bytes that name and describe the tensors
    std::int64_t descriptionEnd = 0;
};

/// A shape as people write it: "[2, 3]".
std::string shapeText(const std::vector<std::int64_t> &shape);

} // namespace cw
