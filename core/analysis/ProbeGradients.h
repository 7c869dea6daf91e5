// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"
#include "core/engine/Query.h"

namespace cw {

struct Edit;
class Monitor;

/// How the scores of a probe set change with an edit, to first order around a model: for an edit of any form and of any
/// parameter, without another pass through the model. A query's score is the sum of the log-probabilities it reads.
class ProbeGradients {
public:
    /// Throws Error of kind Input where a text cannot be read.
    ProbeGradients(std::shared_ptr<const Model> model, const std::vector<Query> &queries);
    ~ProbeGradients();

    /// Reads the texts and goes back. Where it was stopped it goes on: the part that ran is lost alone.
    void prepare(Monitor &monitor);
    bool isReady() const;

    struct Slopes {
        std::vector<double> scores;       ///< d score / d strength, of each query
        std::vector<std::string> without; ///< parameters of the edit that no estimate is made for
    };
    /// Throws Error of kind Input where the edit does not fit the model.
    Slopes slopes(const Edit &edit, Monitor &monitor) const;

    /// Of what is kept.
    std::int64_t bytes() const;
    /// Of what will be kept, and of the largest part while it is made.
    std::int64_t forecast() const;

private:
    struct Part;

    const std::shared_ptr<const Model> m_model;
    const std::vector<Query> m_queries;
    std::vector<Part> m_parts; ///< texts that are read together
    std::size_t m_done = 0;
};

} // namespace cw
