// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/WeightVotes.h"

#include "core/engine/Error.h"

#include <algorithm>
#include <map>

namespace cw {

WeightVotes weightVotes(const RowGradients &gradients, const std::vector<std::int64_t> &rows)
{
    if (rows.empty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "No row of %1 is located, so no weight can be: locate rows first."),
                    {gradients.module});
    WeightVotes found;
    for (const std::int64_t row : rows) {
        if (row < 0 || row >= gradients.rows)
            throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "%1 has no row %2: choose one of 0 to %3."),
                        {gradients.module, std::to_string(row), std::to_string(gradients.rows - 1)});
        std::map<std::int64_t, std::int64_t> votes; // by column
        for (std::int64_t prompt = 0; prompt < gradients.prompts; ++prompt)
            ++votes[gradients.mostColumn[static_cast<std::size_t>(prompt * gradients.rows + row)]];
        for (const auto &[column, count] : votes) {
            found.table.push_back({row, column, count});
            found.tick.places.push_back(row * gradients.columns + column);
        }
    }
    found.share = static_cast<double>(found.table.size()) / static_cast<double>(gradients.rows * gradients.columns);
    found.tick.parameter = gradients.module;
    found.tick.part = Tick::Part::Weights;
    std::stable_sort(
        found.table.begin(), found.table.end(),
        [](const WeightVotes::Weight &left, const WeightVotes::Weight &right) { return left.votes > right.votes; });
    return found;
}

} // namespace cw
