// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ReadTexts.h"

#include "core/engine/Finite.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/engine/PackedWalk.h"
#include "core/engine/Steps.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <map>

namespace cw {
namespace {

/// Logits are made for so many rows at a time: they are wide.
constexpr std::int64_t rowsOfLogits = 256;

/// Reads of one row of the stream, whichever texts asked for them.
struct RowReads {
    std::vector<std::int64_t> ids;
    std::vector<Reading *> answers;
};

/// The reads of a pack's texts by the pack's rows.
std::map<std::int64_t, RowReads> readsOf(const TextPack &packed, const std::vector<Query> &queries,
                                         const PackRange &pack, std::vector<Readings> &answers)
{
    std::map<std::int64_t, RowReads> reads;
    for (std::size_t i = pack.begin; i < pack.end; ++i) {
        for (std::size_t j = 0; j < queries[i].reads.size(); ++j) {
            RowReads &row = reads[packed.row(i - pack.begin, queries[i].reads[j].row)];
            row.ids.push_back(queries[i].reads[j].id);
            row.answers.push_back(&answers[i][j]);
        }
    }
    return reads;
}

at::Tensor rowsOf(const std::map<std::int64_t, RowReads> &reads)
{
    std::vector<std::int64_t> rows;
    for (const auto &[row, read] : reads)
        rows.push_back(row);
    return at::tensor(rows, at::kLong);
}

/// What a stretch of rows is asked, as places in their logits.
struct Wanted {
    std::vector<std::int64_t> rows; ///< counted from the stretch's first
    std::vector<std::int64_t> ids;
    std::vector<Reading *> answers;
};

/// made: logits [rows, vocabulary] in fp32. All reads leave the device together.
void answer(const at::Tensor &made, const Wanted &wanted)
{
    const auto index = [&made](const std::vector<std::int64_t> &x) {
        return at::tensor(x, at::kLong).to(made.device());
    };
    const at::Tensor rows = index(wanted.rows);
    const at::Tensor values = made.index({rows, index(wanted.ids)});
    const at::Tensor logs = (values.to(at::kDouble) - made.logsumexp(-1).to(at::kDouble).index_select(0, rows)).cpu();
    const at::Tensor tops = (values >= std::get<0>(made.max(-1)).index_select(0, rows)).cpu();
    for (std::size_t i = 0; i < wanted.answers.size(); ++i)
        *wanted.answers[i] = {logs.data_ptr<double>()[i], tops.data_ptr<bool>()[i]};
}

/// stream: of the rows that are read, in their order.
void readRows(const Model &model, const at::Tensor &stream, const std::map<std::int64_t, RowReads> &reads)
{
    auto next = reads.begin();
    for (const at::Tensor &some : stream.split(rowsOfLogits)) {
        Wanted wanted;
        for (std::int64_t row = 0; row < some.size(0); ++row, ++next) {
            wanted.rows.insert(wanted.rows.end(), next->second.ids.size(), row);
            wanted.ids.insert(wanted.ids.end(), next->second.ids.begin(), next->second.ids.end());
            wanted.answers.insert(wanted.answers.end(), next->second.answers.begin(), next->second.answers.end());
        }
        const at::Tensor made = logits(model, some).to(at::kFloat);
        requireFinite(model, made);
        answer(made, wanted);
    }
}

TextPack::Texts textsOf(const std::vector<Query> &queries)
{
    TextPack::Texts texts;
    for (const Query &query : queries)
        texts.push_back(&query.ids);
    return texts;
}

} // namespace

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
    for (const PackRange &pack : packRanges(spec, texts, limits)) {
        const TextPack packed(textsIn(texts, pack), !spec.masked);
        const std::map<std::int64_t, RowReads> reads = readsOf(packed, queries, pack, answers);
        if (reads.empty())
            continue;
        const at::Tensor rows = rowsOf(reads).to(model.placement().device);
        readRows(model, PackedWalk(model, packed, pack.longest).run(monitor, rows), reads);
    }
    return answers;
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
