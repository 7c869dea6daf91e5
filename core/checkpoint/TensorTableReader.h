// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/TensorTable.h"

#include <QByteArrayView>
#include <QString>

namespace cw {

/// Reads what describes the tensors of a file, whichever kind it is by its first bytes: safetensors or PyTorch's.
/// Throws Error (Format, Unsupported) that says what else it is, or what is wrong with it.
TensorTable readTensorTable(QByteArrayView file, const QString &path);

} // namespace cw
