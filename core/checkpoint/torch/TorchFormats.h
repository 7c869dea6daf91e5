// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/TensorTable.h"

#include <QByteArrayView>
#include <QString>

namespace cw {

/// Whether a file begins as torch.save's do: a zip archive since PyTorch 1.6, pickles in a row before.
bool isTorchZip(QByteArrayView file);
bool isTorchLegacy(QByteArrayView file);

/// Reads what torch.save wrote of a dict of tensors, without running anything in it. Throws Error (Format, Unsupported)
/// naming path and what is wrong with it.
TensorTable readTorchZip(QByteArrayView file, const QString &path);
TensorTable readTorchLegacy(QByteArrayView file, const QString &path);

} // namespace cw
