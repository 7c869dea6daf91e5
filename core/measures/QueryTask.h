// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Query.h"
#include "core/measures/MeasureTask.h"

namespace cw {

class Asker;

/// What one item asks a model.
struct Asked {
    std::vector<Query> queries;
    bool isCut = false;
};

/// A measure whose items are texts with log-probabilities to be read. Items of a part are read together: begins that
/// they share are computed once.
class QueryTask : public MeasureTask {
public:
    using MeasureTask::MeasureTask;

    std::vector<ItemOutcome> run(std::size_t first, const MeasureModel &model, Monitor &monitor) const override;

protected:
    /// Throws Error of kind Input or Unsupported where this model cannot be asked the item: it is left out and says so.
    virtual Asked ask(const MeasureItem &item, const Asker &asker) const = 0;
    /// readings: one for each query asked.
    virtual std::vector<float> values(const MeasureItem &item, const std::vector<Readings> &readings) const = 0;
};

} // namespace cw
