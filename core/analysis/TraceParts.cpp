// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TraceParts.h"

#include "core/analysis/TraceCost.h"

#include <algorithm>
#include <cmath>

namespace cw {
namespace {

constexpr double secondsPerPart = 2;
/// A product of fewer rows runs well below the machine's rate: parts are not cut smaller than this, however slow it is.
constexpr double rowsPerPart = 1024;

/// Ranges of samples that token still lacks in some kind or target.
std::vector<std::pair<int, int>> missingSamples(const TraceResult &done, int token)
{
    std::vector<std::pair<int, int>> ranges;
    for (int sample = 0; sample < done.samples; ++sample) {
        bool missing = false;
        for (const std::vector<float> &kind : done.probabilities)
            for (int target = 0; target < done.targets; ++target)
                for (int layer = 0; layer < done.layers; ++layer)
                    missing = missing || std::isnan(kind[done.index(target, sample, token, layer)]);
        if (!missing)
            continue;
        if (!ranges.empty() && ranges.back().second == sample)
            ++ranges.back().second;
        else
            ranges.emplace_back(sample, sample + 1);
    }
    return ranges;
}

/// What a part costs.
struct Work {
    double seconds = 0;
    double rows = 0; ///< in the products of the top layers

    Work operator+(const Work &other) const { return {seconds + other.seconds, rows + other.rows}; }
    Work operator*(int times) const { return {seconds * times, rows * times}; }
    bool fits(double mostRows) const { return rows <= mostRows && (seconds <= secondsPerPart || rows <= rowsPerPart); }
};

/// One sample of a token.
Work workOf(const TraceInput &input, int layerCount, int token, double secondsPerRow)
{
    const double tokens = static_cast<double>(input.ids.size());
    const double cells = static_cast<double>(input.kinds.size()) * layerCount;
    if (input.method == TraceMethod::Loop)
        return {secondsPerRow * cells * layerCount * tokens, tokens};
    if (token < input.subjectBegin && !input.isMasked())
        return {};
    const double positions = input.isMasked() ? tokens : tokens - token;
    return {secondsPerRow * static_cast<double>(sweepLayers(input, layerCount)) * positions, cells * positions};
}

/// How many of count samples go into one part: as few parts as the time allows, of equal size.
int samplesPerPart(const Work &each, int count, double mostRows)
{
    int parts = 1;
    while (parts < count && !(each * ((count + parts - 1) / parts)).fits(mostRows))
        ++parts;
    return (count + parts - 1) / parts;
}

} // namespace

std::vector<TracePart> missingParts(const TraceInput &input, int layerCount, const TraceResult &done,
                                    double secondsPerRow, double mostRows)
{
    std::vector<TracePart> parts;
    Work last; // of the last part so far
    for (int token = 0; token < done.tokens; ++token) {
        const Work each = workOf(input, layerCount, token, secondsPerRow);
        for (const auto &[first, end] : missingSamples(done, token)) {
            const Work more = last + each * (end - first);
            const bool continues = !parts.empty() && parts.back().tokenEnd == token &&
                                   parts.back().sampleBegin == first && parts.back().sampleEnd == end;
            if (continues && more.fits(mostRows)) {
                parts.back().tokenEnd = token + 1;
                last = more;
                continue;
            }
            const int most = samplesPerPart(each, end - first, mostRows);
            for (int sample = first; sample < end; sample += most)
                parts.push_back({token, token + 1, sample, std::min(end, sample + most)});
            last = each * (end - first);
        }
    }
    return parts;
}

} // namespace cw
