// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cw {

class Model;

/// How many numbers a module has, its bias included, over all layers: "layers.*.attn.q".
struct ModuleCount {
    std::string module;
    std::int64_t numbers = 0;
};

/// The modules of a model in the order of the forward pass; a fused map counts as its query, key and value.
std::vector<ModuleCount> moduleCounts(const Model &model);

} // namespace cw
