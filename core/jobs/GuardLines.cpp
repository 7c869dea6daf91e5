// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/GuardLines.h"

#include "core/measures/PairedNumber.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cw {
namespace {

constexpr double massLimit = 0.1;
constexpr double perplexityLimit = 0.02;
constexpr double definitionsLimit = 0.1;

/// How a guard is made of its items, and by how much it is worse than it may be.
struct Guard {
    QString name;
    Statistic number;
    PairedNumber::Function beyond;
};

bool areNumbers(const ItemTable &table)
{
    const auto isNumber = [](float x) { return std::isfinite(x); };
    return std::all_of(table.columns.begin(), table.columns.end(), [&](const std::vector<float> &column) {
        return std::all_of(column.begin(), column.end(), isNumber);
    });
}

GuardLine lineOf(const Guard &guard, const ItemTable &before, const ItemTable &after, std::uint32_t seed)
{
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    GuardLine line{guard.name, nothing, nothing, {nothing, nothing}, GuardVerdict::None};
    if (before.size() == 0)
        return line;
    const PairedNumber pair(Bootstrap(before.clusters, Bootstrap::usual, seed), before, after, guard.number);
    line.before = pair.before();
    line.verdict = GuardVerdict::Broken;
    if (!areNumbers(after)) // which would be left out of the number as if they had not been asked for
        return line;
    line.after = pair.after();
    line.change = Bootstrap::interval(pair.changes());
    line.verdict = verdictOf(Bootstrap::interval(pair.values(guard.beyond)), 0);
    return line;
}

} // namespace

std::vector<GuardLine> compared(const GuardItems &before, const GuardItems &after, bool mayGain, std::uint32_t seed)
{
    const auto lost = [](double limit) { return [limit](double from, double to) { return (1 - limit) * from - to; }; };
    const auto either = [](double from, double to) {
        return std::max((1 - massLimit) * from - to, to - (1 + massLimit) * from);
    };
    const Guard mass{QStringLiteral("mass"), meanOf(0),
                     mayGain ? PairedNumber::Function(lost(massLimit)) : PairedNumber::Function(either)};
    const Guard perplexity{QStringLiteral("perplexity"),
                           mapped(ratioOf(0, 1), [](double loss) { return std::exp(loss); }),
                           [](double from, double to) { return to - (1 + perplexityLimit) * from; }};
    const Guard definitions{QStringLiteral("definitions"), meanOf(0), lost(definitionsLimit)};
    return {lineOf(mass, before.mass, after.mass, seed), lineOf(perplexity, before.text, after.text, seed),
            lineOf(definitions, before.definitions, after.definitions, seed)};
}

GuardVerdict verdictOf(const std::vector<GuardLine> &lines)
{
    std::vector<GuardVerdict> verdicts;
    for (const GuardLine &line : lines)
        verdicts.push_back(line.verdict);
    return together(verdicts);
}

QJsonObject toJson(const std::vector<GuardLine> &lines)
{
    QJsonObject all{{QStringLiteral("verdict"), name(verdictOf(lines))}};
    for (const GuardLine &line : lines)
        all.insert(line.name, QJsonObject{{QStringLiteral("before"), line.before},
                                          {QStringLiteral("after"), line.after},
                                          {QStringLiteral("low"), line.change.low},
                                          {QStringLiteral("high"), line.change.high},
                                          {QStringLiteral("verdict"), name(line.verdict)}});
    return all;
}

} // namespace cw
