// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/TensorTable.h"

#include <QByteArrayView>
#include <QString>

namespace cw {

/// Whether a file begins as the format asks for: the length of a header, and the brace it begins with.
bool looksLikeSafetensors(QByteArrayView file);

/// Reads the header of a safetensors file and checks it against the data that follow it: known types, byte counts that
/// fit the shapes, no name twice, tensors that fill the data without overlap or hole.
/// Throws Error (Format, Unsupported) naming path and the tensor.
TensorTable readSafetensors(QByteArrayView file, const QString &path);

} // namespace cw
