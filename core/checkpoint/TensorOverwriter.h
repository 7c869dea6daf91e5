// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/TensorFile.h"

namespace cw {

/// Puts other numbers into those tensors of a copy of a file of tensors that are among changed: all else keeps its
/// bytes, but for the checksums that PyTorch's archives have of them. Throws Error of kind File naming path where it
/// cannot be written.
void overwriteTensors(const QString &path, const TensorFile &original,
                      const std::map<std::string, at::Tensor> &changed);

} // namespace cw
