// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace cw {

class Model;

/// The same checkpoint computed in fp32, whatever type it is stored or was computed in: what is optimised or solved
/// for needs the digits. Shares the stored tensors; the model itself where it computes in fp32 already.
std::shared_ptr<const Model> inFp32(const std::shared_ptr<const Model> &model);

} // namespace cw
