// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/RotarySpec.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cw {

enum class NormKind { LayerNorm, RmsNorm };
/// Where a block's two norms stand: on what attention and MLP read (GPT-2); on the stream after each addition (BERT);
/// on what attention and MLP write, before it is added (OLMo 2); or both before and on the output (Gemma 2).
enum class NormPlace { Before, After, Output, Around };
/// Norms on queries and keys: none; one for all heads (Qwen 3); one per head (StableLM 2); one over all heads together
/// (OLMo 2).
enum class HeadNorm { None, Shared, PerHead, Whole };
enum class PositionKind { Learned, Rotary, Alibi };
enum class ResidualKind { Sequential, Parallel };
enum class Activation { Gelu, GeluTanh, Relu, Silu };
/// How query, key and value lie in the checkpoint: three tensors, or one whose rows are qkvGroups groups of queries,
/// keys and values.
enum class QkvLayout { Separate, Fused };

/// The shape and switches of a transformer that predicts tokens, from the left or at masks. A family is a table that
/// fills this from a config.json.
struct ModelSpec {
    std::string family;
    bool masked = false; ///< sees both sides and predicts at masks
    int layers = 0;
    int width = 0;
    int heads = 0;
    int kvHeads = 0;
    int headWidth = 0;
    int hidden = 0; ///< width of the MLP between its maps
    int vocabulary = 0;
    int context = 0;

    int embedWidth = 0;         ///< of the token embeddings where they are projected to width; 0: width
    bool projectsAtEnd = false; ///< project after positions and norm were added (ELECTRA), not before (OPT)
    double embedScale = 1;      ///< times the token embeddings
    bool embedNorm = false;     ///< a norm on the embeddings
    int tokenTypes = 0;         ///< rows of token type embeddings, the first of which is added
    PositionKind positions = PositionKind::Learned;
    int positionOffset = 0; ///< rows of the position embeddings before that of the first token
    RotarySpec rotary;
    bool roughAlibi = false; ///< biases rounded to bf16 and scaled like the scores (Falcon)

    NormKind norm = NormKind::LayerNorm;
    double normEpsilon = 1e-5;
    NormPlace normPlace = NormPlace::Before;
    bool offsetNorm = false;       ///< norms multiply by 1 + weight (Gemma)
    bool sharedNorm = false;       ///< attention and MLP read one norm (GPT-J)
    bool residualFromNorm = false; ///< the stream goes on from what the norms wrote (a switch of BLOOM's)
    bool finalNorm = true;
    ResidualKind residual = ResidualKind::Sequential;

    QkvLayout qkv = QkvLayout::Separate;
    int qkvGroups = 1;
    bool valuesBeforeKeys = false; ///< in each group (CodeGen)
    HeadNorm headNorm = HeadNorm::None;
    bool scaledAttention = true;       ///< divide scores by sqrt(queryScalar)
    bool layerScaledAttention = false; ///< and by layer + 1 (GPT-2's scale_attn_by_inverse_layer_idx)
    double queryScalar = 0;            ///< 0: headWidth
    double attentionCap = 0;           ///< scores become cap * tanh(score / cap); 0: as they are
    std::vector<int> windows;          ///< per layer how many last positions a query sees, 0: all; empty: all, always

    Activation activation = Activation::GeluTanh;
    bool gatedMlp = false;

    bool tiedHead = false;
    bool headBias = false;
    bool headTransform = false; ///< a map, an activation and a norm before the vocabulary map (BERT)
    Activation headActivation = Activation::Gelu;
    double logitCap = 0;

    int embeddingWidth() const { return embedWidth > 0 ? embedWidth : width; }
    bool projectsEmbeddings() const { return embedWidth > 0 && embedWidth != width; }
    int window(int layer) const { return windows.empty() ? 0 : windows[static_cast<std::size_t>(layer)]; }
};

} // namespace cw
