// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/QueryTask.h"

#include "core/engine/Monitor.h"
#include "core/engine/TextPack.h"
#include "core/measures/MeasureModel.h"

#include <algorithm>
#include <iterator>

namespace cw {
namespace {

/// The tokens that a query adds to a pack that ends with the one before it.
std::int64_t addedRows(const Query *before, const Query &query, bool isMasked)
{
    const std::size_t shared = before && !isMasked ? commonLength(before->ids, query.ids) : 0;
    return static_cast<std::int64_t>(query.ids.size() - shared);
}

} // namespace

bool concernsItem(const Error &error)
{
    return error.kind() == Error::Kind::Input || error.kind() == Error::Kind::Unsupported;
}

void Asked::add(Asked more)
{
    isCut = isCut || more.isCut;
    parts.push_back(more.queries.size());
    for (Query &query : more.queries)
        queries.push_back(std::move(query));
}

std::vector<ItemOutcome> QueryTask::run(std::size_t first, const MeasureModel &model, Monitor &monitor) const
{
    std::vector<ItemOutcome> outcomes;
    std::vector<Query> queries;
    std::vector<std::size_t> ends; // of each item's queries
    std::vector<QueryParts> parts;
    std::int64_t rows = 0;
    for (std::size_t i = first; i < items().size() && (outcomes.empty() || rows < model.partRows()); ++i) {
        ItemOutcome outcome;
        parts.emplace_back();
        try {
            Asked asked = ask(items()[i], model.asker());
            outcome.isCut = asked.isCut;
            parts.back() = std::move(asked.parts);
            for (Query &query : asked.queries) {
                rows += addedRows(queries.empty() ? nullptr : &queries.back(), query, model.isMasked());
                queries.push_back(std::move(query));
            }
        } catch (const Error &error) {
            if (!concernsItem(error))
                throw;
            outcome.leftOut = error;
        }
        ends.push_back(queries.size());
        outcomes.push_back(std::move(outcome));
        monitor.step(0, 1);
    }
    const std::vector<Readings> readings = model.read(queries, monitor);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const auto from = readings.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto to = readings.begin() + static_cast<std::ptrdiff_t>(ends[i]);
        if (!outcomes[i].leftOut)
            outcomes[i].values = values(items()[first + i], {from, to}, parts[i]);
        begin = ends[i];
    }
    return outcomes;
}

} // namespace cw
