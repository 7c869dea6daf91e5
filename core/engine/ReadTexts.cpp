// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ReadTexts.h"

#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/engine/PackReads.h"
#include "core/engine/PackedWalk.h"
#include "core/engine/PartMonitor.h"
#include "core/engine/Steps.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>
#include <cmath>
#include <limits>

namespace cw {
std::vector<Readings> readTexts(const Model &model, const std::vector<Query> &queries, const PackLimits &limits,
                                Monitor &monitor)
{
    const at::NoGradGuard noGradients;
    const ModelSpec &spec = model.spec();
    std::vector<Readings> answers;
    for (const Query &query : queries) {
        checkText(spec, query.ids);
        answers.emplace_back(query.reads.size());
    }
    const TextPack::Texts texts = textsOf(queries);
    const std::vector<PackRange> packs = packRanges(spec, texts, limits);
    for (std::size_t i = 0; i < packs.size(); ++i) {
        PartMonitor part(monitor, static_cast<std::int64_t>(i), static_cast<std::int64_t>(packs.size()));
        const TextPack packed(textsIn(texts, packs[i]), !spec.masked);
        const PackReads reads(packed, queries, packs[i]);
        if (reads.rows().empty())
            continue;
        const at::Tensor rows = at::tensor(reads.rows(), at::kLong).to(model.placement().device);
        reads.answer(model, PackedWalk(model, packed, packs[i].longest).run(part, rows), answers, part);
    }
    return answers;
}

double largestDifference(const std::vector<Readings> &a, const std::vector<Readings> &b)
{
    double largest = a.size() == b.size() ? 0 : std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        if (a[i].size() != b[i].size())
            return std::numeric_limits<double>::infinity();
        for (std::size_t j = 0; j < a[i].size(); ++j)
            largest = std::max(largest, std::abs(a[i][j].logProbability - b[i][j].logProbability));
    }
    return largest;
}

void readStates(const Model &model, const std::vector<std::vector<std::int64_t>> &texts, const PackLimits &limits,
                const std::function<void(std::size_t, int, const at::Tensor &)> &take, Monitor &monitor)
{
    const at::NoGradGuard noGradients;
    const ModelSpec &spec = model.spec();
    TextPack::Texts all;
    for (const std::vector<std::int64_t> &text : texts) {
        checkText(spec, text);
        all.push_back(&text);
    }
    for (const PackRange &pack : packRanges(spec, all, limits)) {
        const TextPack packed(textsIn(all, pack), !spec.masked);
        PackedWalk(model, packed, pack.longest).run(monitor, [&](int layer, const at::Tensor &stream) {
            const bool isLast = layer == spec.layers && spec.finalNorm;
            const at::Tensor states = isLast ? normalise(spec, model.head().norm, stream) : stream;
            for (std::size_t i = pack.begin; i < pack.end; ++i) {
                std::vector<std::int64_t> places;
                for (std::size_t position = 0; position < texts[i].size(); ++position)
                    places.push_back(packed.row(i - pack.begin, static_cast<int>(position)));
                take(i, layer, states.index_select(0, at::tensor(places, at::kLong).to(states.device())));
            }
        });
    }
}

std::int64_t packedRows(const Model &model, const std::vector<Query> &queries, const PackLimits &limits)
{
    const TextPack::Texts texts = textsOf(queries);
    std::int64_t sum = 0;
    for (const PackRange &pack : packRanges(model.spec(), texts, limits))
        sum += TextPack(textsIn(texts, pack), !model.spec().masked).rows();
    return sum;
}

} // namespace cw
