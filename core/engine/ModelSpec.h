// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace cw {

enum class NormKind { LayerNorm, RmsNorm };
enum class PositionKind { Learned, Rotary };
enum class ResidualKind { Sequential, Parallel };
enum class Activation { Gelu, GeluTanh, Relu, Silu };
/// How query, key and value lie in the checkpoint: three tensors; one with all rows of q, then k, then v (GPT-2);
/// or one with q, k, v of head 0, then of head 1 ... (GPT-NeoX).
enum class QkvLayout { Separate, Stacked, PerHead };

/// Rotary position embedding (Su et al. 2021) and its published ways to reach longer contexts.
struct RotarySpec {
    enum class Scaling { None, Linear, Dynamic, Llama3 };
    int width = 0; ///< how many entries of a head are turned
    double base = 10000;
    Scaling scaling = Scaling::None;
    double factor = 1;
    double lowFrequencyFactor = 1;
    double highFrequencyFactor = 4;
    int originalContext = 0; ///< the length trained with, which dynamic and Llama 3 scaling start from; 0: none other
};

/// The shape and switches of a decoder-only transformer. A family is a table that fills this from a config.json.
struct ModelSpec {
    std::string family;
    int layers = 0;
    int width = 0;
    int heads = 0;
    int kvHeads = 0;
    int headWidth = 0;
    int hidden = 0; ///< width of the MLP between its maps
    int vocabulary = 0;
    int context = 0;
    NormKind norm = NormKind::LayerNorm;
    double normEpsilon = 1e-5;
    PositionKind positions = PositionKind::Learned;
    RotarySpec rotary;
    ResidualKind residual = ResidualKind::Sequential;
    Activation activation = Activation::GeluTanh;
    bool gatedMlp = false;
    QkvLayout qkv = QkvLayout::Separate;
    bool scaledAttention = true;       ///< divide scores by sqrt(headWidth)
    bool layerScaledAttention = false; ///< and by layer + 1 (GPT-2's scale_attn_by_inverse_layer_idx)
    bool tiedHead = false;
};

} // namespace cw
