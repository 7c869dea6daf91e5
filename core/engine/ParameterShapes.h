// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ModelSpec.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cw {

/// A tensor that a model of some spec has: canonical name and shape, [out, in] for maps.
struct ParameterShape {
    std::string name;
    std::vector<std::int64_t> shape;
    bool optional = false; ///< biases, which a family may leave out
};

/// Every tensor of a model, in the order of the forward pass.
std::vector<ParameterShape> parameterShapes(const ModelSpec &spec);

} // namespace cw
