// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ModelSpec.h"

#include <ATen/core/Tensor.h>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace cw {

struct Linear {
    at::Tensor weight; ///< [out, in]
    at::Tensor bias;   ///< [out] or undefined
};

struct Norm {
    at::Tensor weight; ///< [width]
    at::Tensor bias;   ///< [width] or undefined
};

/// The weights of one block, in the type and on the device that is computed with.
struct Layer {
    int index = 0;
    Norm norm1;
    std::vector<Linear> qkv; ///< one fused map or three, as the spec's QkvLayout says
    Linear attnOut;
    Norm norm2;
    Linear mlpIn;
    Linear mlpGate; ///< undefined without a gate
    Linear mlpOut;
};

/// Where and in which type a model computes, and how many bytes of converted layers it may keep.
struct Placement {
    at::Device device = at::kCPU;
    at::ScalarType type = at::kFloat;
    std::int64_t budget = std::int64_t{1} << 62;
};

/// Parameters as they lie in the checkpoint, under canonical names and oriented [out, in]: "embed", "pos", "norm",
/// "head", "layers.3.norm1", "layers.3.attn.qkv" or ".q" ".k" ".v", "layers.3.attn.out", "layers.3.mlp.in", ".gate",
/// ".out"; each may have a "<name>.bias". A tied head is absent.
using Parameters = std::map<std::string, at::Tensor>;

/// A checkpoint in memory. Immutable: share it between threads as shared_ptr<const Model>.
class Model {
public:
    /// Checks that every parameter that spec asks for is there in its right shape; throws Error of kind Format naming
    /// the first that is not. Does not copy.
    Model(ModelSpec spec, Parameters parameters, Placement placement = {});
    ~Model();

    const ModelSpec &spec() const { return m_spec; }
    const Placement &placement() const { return m_placement; }
    const Parameters &parameters() const { return m_parameters; }

    /// The block's weights, converted when they are stored in another type or place; kept within the budget.
    Layer layer(int index) const;
    Norm finalNorm() const;
    Linear head() const;
    at::Tensor embedding() const; ///< [vocabulary, width], as stored
    at::Tensor positions() const; ///< [context, width] in computing type, undefined without learned positions

    /// Cosine and sine of the rotary angles for a text of length tokens: each [length, rotary.width / 2] fp32.
    struct RotaryTable {
        at::Tensor cosine;
        at::Tensor sine;
    };
    RotaryTable rotary(std::int64_t length) const;

private:
    struct Cache;

    at::Tensor placed(const std::string &name) const;
    Linear linear(const std::string &name) const;
    Norm norm(const std::string &name) const;

    ModelSpec m_spec;
    Parameters m_parameters;
    Placement m_placement;
    std::unique_ptr<Cache> m_cache;
};

} // namespace cw
