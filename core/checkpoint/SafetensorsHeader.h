// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <c10/core/ScalarType.h>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace cw {

/// What the header of a safetensors file says of one tensor. begin and end count bytes from the end of the header.
struct TensorEntry {
    at::ScalarType type = at::kFloat;
    std::vector<std::int64_t> shape;
    std::int64_t begin = 0;
    std::int64_t end = 0;

    std::int64_t count() const; ///< numbers in the tensor
};

struct SafetensorsHeader {
    std::map<std::string, TensorEntry> tensors;
    std::map<std::string, std::string> metadata;
};

/// Reads the JSON header of a safetensors file and checks it against the dataBytes that follow it: known types, byte
/// counts that fit the shapes, no name twice, tensors that fill the data without overlap or hole.
/// Throws Error (Format, Unsupported) naming path and the tensor.
SafetensorsHeader parseSafetensorsHeader(const QByteArray &json, std::int64_t dataBytes, const QString &path);

/// "F32" for at::kFloat ...; empty for a type that safetensors files of this program do not hold.
std::string safetensorsName(at::ScalarType type);

/// A shape as people write it: "[2, 3]".
std::string shapeText(const std::vector<std::int64_t> &shape);

} // namespace cw
