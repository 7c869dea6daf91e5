// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace cw {

class Model;
struct Placement;

/// The same weights computed elsewhere or in another type; shares the stored tensors. The model itself where nothing
/// changes.
std::shared_ptr<const Model> placedAt(const std::shared_ptr<const Model> &model, const Placement &placement);

/// The same in fp32, whatever type it is stored or was computed in: what is optimised or solved for needs the digits.
std::shared_ptr<const Model> inFp32(const std::shared_ptr<const Model> &model);

} // namespace cw
