// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ModelSpec.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cw {

/// A parameter as people name it, and where its rows lie among the model's parameters: a fused map of queries, keys and
/// values is seen as three modules, and a tied head as the embedding.
struct ParameterView {
    /// Rows of the parameter that follow one another where they lie.
    struct Piece {
        std::int64_t begin = 0; ///< of the parameter
        std::int64_t storedBegin = 0;
        std::int64_t count = 0;
    };

    std::string name;                ///< "layers.3.attn.q"
    std::string stored;              ///< in Model::parameters(): "layers.3.attn.qkv"
    std::vector<std::int64_t> shape; ///< [out, in] of a map
    std::vector<Piece> pieces;       ///< ascending in the parameter's rows

    std::int64_t rows() const { return shape.front(); }
    std::int64_t columns() const { return shape.size() > 1 ? shape.back() : 1; }
    std::int64_t storedRow(std::int64_t row) const;
};

/// All that a model of this spec may have, in the order of the forward pass; biases too that a checkpoint may lack.
std::vector<ParameterView> parameterViews(const ModelSpec &spec);

/// The one of this name; "head" of a tied model is its "embed". Throws Error of kind Input naming it where there is
/// none.
ParameterView parameterView(const ModelSpec &spec, const std::string &name);

/// The linear maps, without biases: "layers.0.attn.q", ".k", ".v", ".out", "layers.0.mlp.in" and so on, then "embed"
/// and, where it is not tied, "head".
std::vector<ParameterView> modules(const ModelSpec &spec);

/// "layers.3" of "layers.3.mlp.out" and its number; -1 of what belongs to no layer.
int layerOf(const std::string &parameter);

} // namespace cw
