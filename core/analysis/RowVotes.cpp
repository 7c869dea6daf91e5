// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RowVotes.h"

#include "core/analysis/RandomState.h"
#include "core/engine/Error.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cw {
namespace {

/// Parallel gradients have a cosine of 1 only up to fp32's rounding.
constexpr double equalCosines = 1e-5;
constexpr double usualShare = 0.005;

void check(const RowGradients &gradients, const RowChoice &choice)
{
    if (gradients.prompts == 0 || gradients.rows == 0)
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "There is no prompt: give at least one."));
    if (choice.perPrompt < 0 || choice.perPrompt > gradients.rows)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "%1 rows per prompt cannot be chosen: %2 has %3 rows."),
                    {std::to_string(choice.perPrompt), gradients.module, std::to_string(gradients.rows)});
    if (!(choice.most > 0 && choice.most <= 1))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "%1 is no share of the rows: give a number above 0 and up to 1."),
                    {std::to_string(choice.most)});
}

/// The rows' scores of one prompt, best is largest.
class PromptScores {
public:
    PromptScores(const RowGradients &gradients, std::int64_t prompt, RowScorer scorer)
        : m_cosines(&gradients.cosines[static_cast<std::size_t>(prompt * gradients.rows)]),
          m_differences(&gradients.differences[static_cast<std::size_t>(prompt * gradients.rows)]), m_scorer(scorer)
    {
    }

    bool differs(std::int64_t row) const { return m_differences[row] != 0; }

    double seen(std::int64_t row) const
    {
        return m_scorer == RowScorer::DifferenceNorm ? static_cast<double>(m_differences[row])
                                                     : static_cast<double>(m_cosines[row]);
    }

    bool isBetter(std::int64_t left, std::int64_t right) const
    {
        const double leftScore = rank(left);
        const double rightScore = rank(right);
        if (leftScore != rightScore)
            return leftScore > rightScore;
        if (m_differences[left] != m_differences[right])
            return m_differences[left] > m_differences[right];
        return left < right;
    }

private:
    double rank(std::int64_t row) const
    {
        switch (m_scorer) {
        case RowScorer::CosineLow: return -std::round(seen(row) / equalCosines);
        case RowScorer::DifferenceNorm: return seen(row);
        case RowScorer::CosineHigh:
        case RowScorer::Random: break;
        }
        return std::round(seen(row) / equalCosines);
    }

    const float *m_cosines;
    const float *m_differences;
    RowScorer m_scorer;
};

/// Votes and means of all rows; winners: the best row of each prompt. A row that both answers move alike tells nothing
/// of them and gets a vote only where all rows are such: of the output head only the answers' own rows are not.
std::vector<RowVotes::Row> voted(const RowGradients &gradients, RowScorer scorer, std::int64_t perPrompt,
                                 std::vector<std::int64_t> &winners)
{
    std::vector<RowVotes::Row> rows(static_cast<std::size_t>(gradients.rows));
    std::vector<std::int64_t> order(rows.size());
    for (std::int64_t prompt = 0; prompt < gradients.prompts; ++prompt) {
        const PromptScores scores(gradients, prompt, scorer);
        std::iota(order.begin(), order.end(), 0);
        auto end =
            std::partition(order.begin(), order.end(), [&scores](std::int64_t row) { return scores.differs(row); });
        if (end == order.begin())
            end = order.end();
        const std::int64_t count = std::min<std::int64_t>(perPrompt, end - order.begin());
        std::partial_sort(order.begin(), order.begin() + count, end,
                          [&scores](std::int64_t left, std::int64_t right) { return scores.isBetter(left, right); });
        winners.push_back(order.front());
        for (std::int64_t i = 0; i < count; ++i)
            ++rows[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])].votes;
        for (std::int64_t row = 0; row < gradients.rows; ++row)
            rows[static_cast<std::size_t>(row)].mean += scores.seen(row) / static_cast<double>(gradients.prompts);
    }
    for (std::int64_t row = 0; row < gradients.rows; ++row)
        rows[static_cast<std::size_t>(row)].row = row;
    return rows;
}

void sort(std::vector<RowVotes::Row> &table, RowScorer scorer)
{
    const double sign = scorer == RowScorer::CosineLow ? -1 : 1;
    std::stable_sort(table.begin(), table.end(), [sign](const RowVotes::Row &left, const RowVotes::Row &right) {
        return left.votes != right.votes ? left.votes > right.votes : sign * left.mean > sign * right.mean;
    });
}

void locate(RowVotes &found, const RowGradients &gradients, std::size_t count)
{
    found.rows.clear();
    for (std::size_t i = 0; i < std::min(count, found.table.size()); ++i)
        found.rows.push_back(found.table[i].row);
    std::sort(found.rows.begin(), found.rows.end());
    found.unionShare = static_cast<double>(found.table.size()) / static_cast<double>(gradients.rows);
    found.tick = {gradients.module, Tick::Part::Rows, found.rows};
}

/// As many rows as were located, from those that were not.
RowVotes drawn(const RowVotes &located, const RowGradients &gradients, std::uint32_t seed)
{
    std::vector<std::int64_t> others;
    for (std::int64_t row = 0; row < gradients.rows; ++row)
        if (!std::binary_search(located.rows.begin(), located.rows.end(), row))
            others.push_back(row);
    RandomState random(seed);
    RowVotes found;
    while (!others.empty() && found.table.size() < located.rows.size()) {
        const auto place = static_cast<std::size_t>(random.uniform() * static_cast<double>(others.size()));
        found.table.push_back({others[place], 0, 0});
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(place));
    }
    locate(found, gradients, found.table.size());
    return found;
}

} // namespace

const char *name(RowScorer scorer)
{
    switch (scorer) {
    case RowScorer::CosineHigh: return "cosine_high";
    case RowScorer::CosineLow: return "cosine_low";
    case RowScorer::DifferenceNorm: return "diff_norm";
    case RowScorer::Random: return "random";
    }
    return "";
}

RowVotes rowVotes(const RowGradients &gradients, const RowChoice &choice)
{
    check(gradients, choice);
    const auto rows = static_cast<double>(gradients.rows);
    const std::int64_t usual = std::max<std::int64_t>(1, std::llround(usualShare * rows));
    const std::int64_t most = std::max<std::int64_t>(1, static_cast<std::int64_t>(choice.most * rows));
    RowVotes found;
    for (const RowVotes::Row &row :
         voted(gradients, choice.scorer, choice.perPrompt > 0 ? choice.perPrompt : usual, found.winners))
        if (row.votes > 0)
            found.table.push_back(row);
    sort(found.table, choice.scorer);
    locate(found, gradients, static_cast<std::size_t>(most));
    return choice.scorer == RowScorer::Random ? drawn(found, gradients, choice.seed) : found;
}

} // namespace cw
