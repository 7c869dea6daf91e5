// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/TensorFile.h"

#include <functional>

namespace cw {

/// Called with every number of bytes that was read, at least every 100 ms.
using BytesRead = std::function<void(std::int64_t)>;

/// Whether count numbers of a type at data, which need not be aligned, are all finite. Integers always are.
bool allFinite(const uchar *data, std::int64_t count, ElementType type);

/// SHA-256 of a tensor's bytes, in hexadecimal; checks the numbers on the way when finite is asked for.
QByteArray contentHash(const TensorFile &file, const std::string &tensor, bool finite, const BytesRead &read);
/// The same of numbers in memory.
QByteArray contentHash(const at::Tensor &values, const BytesRead &read);

} // namespace cw
