// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Query.h"
#include "core/measures/MeasureTask.h"

namespace cw {

class Asker;

/// Whether an item can be left out for this, instead of failing all.
bool concernsItem(const Error &error);

/// How many queries of an item belong together, one part behind the other: for measures that need to know it when the
/// answers come.
using QueryParts = std::vector<std::size_t>;

/// What one item asks a model.
struct Asked {
    std::vector<Query> queries;
    bool isCut = false;
    QueryParts parts = {};

    /// Asks more, as a part of its own.
    void add(Asked more);
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
    /// readings: one for each query asked; parts: as ask() gave them.
    virtual std::vector<float> values(const MeasureItem &item, const std::vector<Readings> &readings,
                                      const QueryParts &parts) const = 0;
};

} // namespace cw
