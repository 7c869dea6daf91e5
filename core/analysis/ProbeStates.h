// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"
#include "core/engine/Query.h"

namespace cw {

class Monitor;

/// The lowest layer that two models with the same layers do not share: -1 the embeddings, the number of layers where
/// only what stands behind them differs, one more where nothing does. A parameter is shared where both hold the same
/// tensor.
int lowestChange(const Model &base, const Model &changed);

/// A model's probe set: its texts as read, with what each layer reads kept on the device. Another model that shares
/// what lies below a layer is read from that layer on.
class ProbeStates {
public:
    /// Throws Error as readTexts() does.
    ProbeStates(std::shared_ptr<const Model> model, const std::vector<Query> &queries, Monitor &monitor);
    /// The same texts read by a model that differs from the earlier one's: shares the states below what differs.
    ProbeStates(const ProbeStates &earlier, std::shared_ptr<const Model> model, Monitor &monitor);
    ~ProbeStates();

    const std::shared_ptr<const Model> &model() const { return m_model; }
    /// What readTexts() says of the queries.
    const std::vector<Readings> &readings() const { return m_readings; }
    /// The same of a changed model, computed from the lowest layer on that is not this one's.
    std::vector<Readings> read(const Model &changed, Monitor &monitor) const;
    /// How many tokens are computed: begins that texts share count once.
    std::int64_t rows() const;
    /// Of the states that are kept.
    std::int64_t bytes() const;

private:
    struct Probe;
    using Streams = std::vector<at::Tensor>; ///< what each layer reads; the last: behind all of them, of the rows read

    std::vector<Readings> walk(const Model &model, int from, const std::vector<Streams> &before,
                               std::vector<Streams> *kept, Monitor &monitor) const;

    std::shared_ptr<const Model> m_model;
    std::shared_ptr<const Probe> m_probe;
    std::vector<Streams> m_streams; ///< of each pack
    std::vector<Readings> m_readings;
};

} // namespace cw
