// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/CompareTexts.h"

#include "core/engine/Finite.h"
#include "core/engine/Forward.h"
#include "core/engine/PackReads.h"
#include "core/engine/PackedWalk.h"
#include "core/engine/PartMonitor.h"
#include "core/engine/Steps.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>

namespace cw {
namespace {

/// Two distributions of so many rows are held at a time, in double: a small change is the difference of large sums.
constexpr std::int64_t rowsTogether = 64;
constexpr std::int64_t stepsOfWalk = 1000; ///< in what is shown of the progress

/// What a model says at some rows, and at which token it is likeliest.
struct Distributions {
    at::Tensor logs;   ///< [rows, vocabulary] log P
    at::Tensor most;   ///< [rows] of the likeliest
    at::Tensor tokens; ///< [rows] int64

    /// stream: [rows, width].
    Distributions(const Model &model, const at::Tensor &stream)
    {
        logs = logits(model, stream).to(at::kDouble).log_softmax(-1);
        requireFinite(model, logs.amin(-1)); // NaN is the least of all
        const auto [largest, places] = logs.max(-1);
        most = largest.exp().cpu();
        tokens = places.cpu();
    }

    LikelyToken top(std::int64_t row) const
    {
        return {tokens.data_ptr<std::int64_t>()[row], most.data_ptr<double>()[row]};
    }

    /// log P of these ids at these rows, on the CPU.
    at::Tensor of(const std::vector<std::int64_t> &rows, const std::vector<std::int64_t> &ids) const
    {
        const at::TensorOptions indices = logs.options().dtype(at::kLong);
        return logs.index({at::tensor(rows, at::kLong).to(indices), at::tensor(ids, at::kLong).to(indices)}).cpu();
    }
};

/// Answers the reads of a pack by the streams of its read rows in both models, [rows, width].
class PackComparison {
public:
    PackComparison(const PackReads &reads, std::vector<ComparedReadings> &all)
        : m_next(reads.places().begin()), m_end(reads.places().end()), m_all(all)
    {
    }

    /// Of the rows begin .. begin + rows of both - 1, which come in order.
    void add(std::int64_t begin, const Distributions &before, const Distributions &after)
    {
        const at::Tensor divergence = (before.logs.exp() * (before.logs - after.logs)).sum(-1).clamp_min(0).cpu();
        const auto first = m_next;
        std::vector<std::int64_t> rows;
        std::vector<std::int64_t> ids;
        for (; m_next != m_end && m_next->row < begin + divergence.size(0); ++m_next) {
            rows.push_back(m_next->row - begin);
            ids.push_back(m_next->id);
        }
        const at::Tensor was = before.of(rows, ids);
        const at::Tensor is = after.of(rows, ids);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const PackReads::Place &place = *(first + static_cast<std::ptrdiff_t>(i));
            m_all[place.query][place.read] = {was.data_ptr<double>()[i], is.data_ptr<double>()[i],
                                              divergence.data_ptr<double>()[rows[i]], before.top(rows[i]),
                                              after.top(rows[i])};
        }
    }

private:
    std::vector<PackReads::Place>::const_iterator m_next;
    std::vector<PackReads::Place>::const_iterator m_end;
    std::vector<ComparedReadings> &m_all;
};

} // namespace

std::vector<ComparedReadings> compareTexts(const Model &before, const Model &after, const std::vector<Query> &queries,
                                           const PackLimits &limits, Monitor &monitor)
{
    const at::NoGradGuard noGradients;
    const ModelSpec &spec = before.spec();
    std::vector<ComparedReadings> answers;
    for (const Query &query : queries) {
        checkText(spec, query.ids);
        answers.emplace_back(query.reads.size());
    }
    const TextPack::Texts texts = textsOf(queries);
    const std::vector<PackRange> packs = packRanges(spec, texts, limits);
    const auto total = 2 * stepsOfWalk * static_cast<std::int64_t>(packs.size());
    std::int64_t done = 0;
    for (const PackRange &pack : packs) {
        const TextPack packed(textsIn(texts, pack), !spec.masked);
        const PackReads reads(packed, queries, pack);
        if (reads.rows().empty())
            continue;
        const at::Tensor rows = at::tensor(reads.rows(), at::kLong).to(before.placement().device);
        const auto stream = [&](const Model &model) {
            PartMonitor part(monitor, done, stepsOfWalk, total);
            done += stepsOfWalk;
            return PackedWalk(model, packed, pack.longest).run(part, rows);
        };
        const at::Tensor streamBefore = stream(before);
        const at::Tensor streamAfter = stream(after);
        PackComparison comparison(reads, answers);
        for (std::int64_t begin = 0; begin < rows.size(0); begin += rowsTogether) {
            monitor.step(done, total);
            const std::int64_t count = std::min(rowsTogether, rows.size(0) - begin);
            comparison.add(begin, {before, streamBefore.narrow(0, begin, count)},
                           {after, streamAfter.narrow(0, begin, count)});
        }
    }
    return answers;
}

} // namespace cw
