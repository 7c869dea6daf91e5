// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ReadTexts.h"
#include "core/measures/Asker.h"

namespace cw {

class Checkpoint;
class Model;
class Monitor;

/// How a text's hidden states become one vector.
enum class Pooling {
    Mean,   ///< over all positions, special tokens too (bias-bench)
    OwnMean ///< over the text's own tokens, special ones left out (Vulić et al. 2020)
};

/// A model as measures see it: texts go in, numbers come out.
class MeasureModel {
public:
    /// batch: how many texts are computed together, at most; 0: as many as there is room for.
    MeasureModel(std::shared_ptr<const Checkpoint> checkpoint, std::shared_ptr<const Model> model,
                 std::int64_t batch = 0);

    const Asker &asker() const { return m_asker; }
    bool isMasked() const { return m_asker.isMasked(); }
    int layers() const;
    /// How many tokens make up a part: what takes about a second.
    std::int64_t partRows() const { return m_partRows; }
    /// How many of them are computed together.
    const PackLimits &limits() const { return m_limits; }

    /// The answers to queries, in their order.
    std::vector<Readings> read(const std::vector<Query> &queries, Monitor &monitor) const;
    /// The pooled states of texts: [text][layer][width], layer 0 the embeddings, the last one behind the final norm as
    /// transformers gives it.
    std::vector<std::vector<std::vector<float>>> states(const std::vector<Encoding> &texts, Pooling pooling,
                                                        Monitor &monitor) const;

    const std::shared_ptr<const Checkpoint> &checkpoint() const { return m_checkpoint; }
    const std::shared_ptr<const Model> &model() const { return m_model; }

private:
    std::shared_ptr<const Checkpoint> m_checkpoint;
    std::shared_ptr<const Model> m_model;
    Asker m_asker;
    PackLimits m_limits;
    std::int64_t m_partRows;
};

} // namespace cw
