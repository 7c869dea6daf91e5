// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"

#include <memory>

namespace cw {

/// A model of the spec's shape with seeded random weights of trained size, for timing and never for reading.
std::shared_ptr<const Model> randomModel(const ModelSpec &spec, std::uint32_t seed);

} // namespace cw
