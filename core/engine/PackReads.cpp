// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/PackReads.h"

#include "core/engine/Finite.h"
#include "core/engine/Monitor.h"
#include "core/engine/Steps.h"

#include <ATen/ATen.h>
#include <algorithm>

namespace cw {
namespace {

/// Logits are made for so many rows at a time: they are wide.
constexpr std::int64_t rowsOfLogits = 256;

} // namespace

TextPack::Texts textsOf(const std::vector<Query> &queries)
{
    TextPack::Texts texts;
    for (const Query &query : queries)
        texts.push_back(&query.ids);
    return texts;
}

PackReads::PackReads(const TextPack &pack, const std::vector<Query> &queries, const PackRange &range)
{
    for (std::size_t i = range.begin; i < range.end; ++i)
        for (std::size_t j = 0; j < queries[i].reads.size(); ++j) {
            const Query::Read &read = queries[i].reads[j];
            m_places.push_back({pack.row(i - range.begin, read.row), read.id, i, j});
        }
    std::stable_sort(m_places.begin(), m_places.end(), [](const Place &a, const Place &b) { return a.row < b.row; });
    for (Place &place : m_places) {
        if (m_rows.empty() || m_rows.back() != place.row)
            m_rows.push_back(place.row);
        place.row = static_cast<std::int64_t>(m_rows.size()) - 1;
    }
}

void PackReads::answer(const Model &model, const at::Tensor &stream, std::vector<Readings> &all, Monitor &monitor) const
{
    auto next = m_places.begin();
    std::int64_t before = 0;
    for (const at::Tensor &some : stream.split(rowsOfLogits)) {
        monitor.step(model.spec().layers, model.spec().layers);
        const auto end =
            std::find_if(next, m_places.end(), [&](const Place &place) { return place.row >= before + some.size(0); });
        std::vector<std::int64_t> rows;
        std::vector<std::int64_t> ids;
        for (auto place = next; place != end; ++place) {
            rows.push_back(place->row - before);
            ids.push_back(place->id);
        }
        const at::Tensor made = logits(model, some).to(at::kFloat);
        const at::Tensor most = made.amax(-1, true);
        requireFinite(model, at::cat({most, made.amin(-1, true)})); // and so are all between
        const at::Tensor sums = (made - most).exp_().sum(-1).to(at::kDouble).log() + most.squeeze(1).to(at::kDouble);
        const at::Tensor row = at::tensor(rows, at::kLong).to(made.device());
        const at::Tensor values = made.index({row, at::tensor(ids, at::kLong).to(made.device())});
        // All reads leave the device together.
        const at::Tensor logs = (values.to(at::kDouble) - sums.index_select(0, row)).cpu();
        const at::Tensor tops = (values >= most.squeeze(1).index_select(0, row)).cpu();
        for (std::int64_t i = 0; next != end; ++i, ++next)
            all[next->query][next->read] = {logs.data_ptr<double>()[i], tops.data_ptr<bool>()[i]};
        before += some.size(0);
    }
}

} // namespace cw
