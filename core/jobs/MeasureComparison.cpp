// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MeasureComparison.h"

#include "core/engine/Error.h"
#include "core/measures/PairedNumber.h"

#include <cmath>
#include <limits>

namespace cw {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// The places of the same items in two runs.
struct Pairs {
    std::vector<std::size_t> base;
    std::vector<std::size_t> other;
};

Pairs pairsOf(const MeasureProgress &base, const MeasureProgress &other)
{
    QHash<QString, std::size_t> places;
    for (const std::size_t item : measuredItems(other))
        places.insert(other.run.items[item].id, item);
    Pairs pairs;
    for (const std::size_t item : measuredItems(base)) {
        const auto found = places.constFind(base.run.items[item].id);
        if (found == places.constEnd())
            continue;
        pairs.base.push_back(item);
        pairs.other.push_back(*found);
    }
    return pairs;
}

double flippedShare(const ItemTable &before, const ItemTable &after, const MeasureInfo &info)
{
    if (info.flips < 0)
        return nothing;
    const auto column = static_cast<std::size_t>(info.flips);
    double flipped = 0;
    double answers = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const float a = before.columns[column][i];
        const float b = after.columns[column][i];
        if (std::isnan(a) || std::isnan(b))
            continue;
        ++answers;
        flipped += (a > info.flipsAt) != (b > info.flipsAt) ? 1 : 0;
    }
    return answers > 0 ? flipped / answers : nothing;
}

GuardVerdict verdictOf(const MeasureInfo &info, const NumberRule &rule, const PairedNumber &pair)
{
    if (info.role != MeasureInfo::Role::Guard || !info.margin)
        return GuardVerdict::None;
    const auto worse = [&](double before, double after) {
        const double change = info.isMarginRelative ? after / before - 1 : after - before;
        return rule.aim == NumberRule::Aim::Higher ? -change : change;
    };
    return verdictOf(Bootstrap::interval(pair.values(worse)), *info.margin);
}

} // namespace

MeasureComparison compare(const MeasureProgress &base, const MeasureProgress &other, int resamples)
{
    const MeasureInfo &info = base.run.info();
    const Pairs pairs = pairsOf(base, other);
    if (pairs.base.empty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "%1 has no item that both models were asked: they cannot be compared."),
                    {info.name});
    const ItemTable before = tableOf(base, pairs.base);
    const ItemTable after = tableOf(other, pairs.other);
    const std::vector<double> ones(pairs.base.size(), 1);
    const Bootstrap bootstrap(before.clusters, resamples, base.run.settings.seed);
    MeasureComparison comparison;
    comparison.info = &info;
    comparison.pairs = static_cast<int>(pairs.base.size());
    comparison.unpaired =
        static_cast<int>(measuredItems(base).size() + measuredItems(other).size()) - 2 * comparison.pairs;
    comparison.flipped = flippedShare(before, after, info);
    for (const NumberRule &rule : info.numbers) {
        NumberChange change{
            &rule, rule.statistic(before, ones), rule.statistic(after, ones), {nothing, nothing}, nothing, nothing};
        if (!std::isnan(change.change()) && !rule.low) {
            const PairedNumber pair(bootstrap, before, after, rule.statistic);
            const std::vector<double> changes = pair.changes();
            change.interval = Bootstrap::interval(changes);
            change.p = Bootstrap::pValue(changes);
            if (&rule == &info.numbers.front())
                change.verdict = verdictOf(info, rule, pair);
        }
        comparison.changes.push_back(change);
    }
    return comparison;
}

void adjust(std::vector<MeasureComparison> &comparisons)
{
    std::vector<double> p;
    for (const MeasureComparison &comparison : comparisons)
        p.push_back(comparison.changes.front().p);
    const std::vector<double> adjusted = holmAdjusted(p);
    for (std::size_t i = 0; i < comparisons.size(); ++i)
        comparisons[i].changes.front().adjustedP = adjusted[i];
}

} // namespace cw
