// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ModelSpec.h"
#include "core/engine/Use.h"

#include <ATen/core/Tensor.h>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace cw {

struct Linear {
    at::Tensor weight;    ///< [out, in]
    at::Tensor bias;      ///< [out] or undefined
    Uses *uses = nullptr; ///< where its uses are noted; of a copy that one pass is made with
};

struct Norm {
    at::Tensor weight;    ///< [width]
    at::Tensor bias;      ///< [width] or undefined
    Uses *uses = nullptr; ///< as a map's
};

/// The weights of one block, in the type and on the device that is computed with.
struct Layer {
    int index = 0;
    Norm norm1;
    std::vector<Linear> qkv; ///< one fused map or three, as the spec's QkvLayout says
    Norm queryNorm;          ///< with HeadNorm only; weight [headWidth], [heads, headWidth] or [heads * headWidth]
    Norm keyNorm;
    Linear attnOut;
    Norm outputNorm1; ///< with NormPlace::Around only
    Norm norm2;
    Linear mlpIn;
    Linear mlpGate; ///< undefined without a gate
    Linear mlpOut;
    Norm outputNorm2;
};

/// What is added to token embeddings, or done with them; undefined where the model has none.
struct EmbeddingParts {
    at::Tensor positions; ///< [context + offset, width]
    at::Tensor types;     ///< [types, width]
    Norm norm;
    Linear projection;
};

/// What makes logits of the stream behind the last block.
struct Head {
    Norm norm;        ///< with finalNorm only
    Linear transform; ///< with headTransform, or where embeddings are projected
    Norm transformNorm;
    Linear vocabulary;
};

/// Where and in which type a model computes, and how many bytes of converted layers it may keep.
struct Placement {
    at::Device device = at::kCPU;
    at::ScalarType type = at::kFloat;
    std::int64_t budget = std::int64_t{1} << 62;
};

/// Parameters as they lie in the checkpoint, under canonical names and oriented [out, in]: "embed", "pos", "norm",
/// "head", "layers.3.norm1", "layers.3.attn.qkv" or ".q" ".k" ".v", "layers.3.attn.out", "layers.3.mlp.in", ".gate",
/// ".out"; each may have a "<name>.bias". A tied head is absent. Some families have "types", "embed.norm",
/// "embed.project", "layers.3.attn.qnorm" and ".knorm" (or "layers.3.attn.qnorm.0" ... one per head),
/// "layers.3.outnorm1", "layers.3.outnorm2", "head.project", or "head.transform" and "head.norm".
using Parameters = std::map<std::string, at::Tensor>;

/// A checkpoint in memory. Immutable: share it between threads as shared_ptr<const Model>.
class Model {
public:
    /// Checks that every parameter that spec asks for is there in its right shape; throws Error of kind Format naming
    /// the first that is not. Does not copy.
    Model(ModelSpec spec, Parameters parameters, Placement placement = {});
    /// Base with other values for some parameters, which it must have in the same shapes; shares all else, converted
    /// layers too.
    Model(const Model &base, Parameters changed);
    ~Model();

    const ModelSpec &spec() const { return m_spec; }
    const Placement &placement() const { return m_placement; }
    const Parameters &parameters() const { return m_parameters; }

    /// The block's weights, converted when they are stored in another type or place; kept within the budget.
    Layer layer(int index) const;
    Head head() const;            ///< converted and kept as layers are
    at::Tensor embedding() const; ///< [vocabulary, embedding width], as stored
    EmbeddingParts embeddingParts() const;

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
    Norm headNorm(const std::string &name, int heads) const;
    Layer placedLayer(int index) const;
    Head placedHead() const;

    ModelSpec m_spec;
    Parameters m_parameters;
    Placement m_placement;
    std::unique_ptr<Cache> m_cache;
};

} // namespace cw
