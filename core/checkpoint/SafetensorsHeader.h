// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/TensorTable.h"

#include <QByteArrayView>
#include <QString>

namespace cw {

/// Reads the header of a safetensors file and checks it against the data that follow it: known types, byte counts that
/// fit the shapes, no name twice, tensors that fill the data without overlap or hole.
/// Throws Error (Format, Unsupported) naming path and the tensor.
TensorTable readSafetensors(QByteArrayView file, const QString &path);

} // namespace cw
