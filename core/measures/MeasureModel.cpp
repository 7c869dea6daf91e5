// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/MeasureModel.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/engine/FreeMemory.h"
#include "core/engine/MemoryForecast.h"
#include "core/engine/Model.h"

#include <ATen/ATen.h>
#include <algorithm>

namespace cw {
namespace {

constexpr std::int64_t leastRows = 256;
constexpr std::int64_t mostRows = 4096;

/// As many rows as half of what is free has room for.
std::int64_t affordableRows(const Model &model)
{
    const Placement &placement = model.placement();
    const std::int64_t room = freeMemoryOf(placement.device) / 2 - weightsForecast(model, placement).least();
    std::int64_t rows = mostRows;
    while (rows > leastRows && blockBytes(model.spec(), placement, rows, rows) > room)
        rows /= 2;
    return rows;
}

/// What a hundred thousand million operations do: about a second on two cores, less on a GPU. It depends on the model
/// alone, so that a stopped measure goes on with the same parts.
std::int64_t rowsOfPart(const ModelSpec &spec)
{
    const double weights = static_cast<double>(spec.layers) * spec.width *
                           (4.0 * spec.width + (spec.gatedMlp ? 3.0 : 2.0) * static_cast<double>(spec.hidden));
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(1e11 / (2 * weights)), leastRows, mostRows / 2);
}

/// A checkpoint may name a token that its model does not know.
std::optional<std::int64_t> beginOf(const Checkpoint &checkpoint)
{
    std::vector<std::int64_t> ids = checkpoint.endIds();
    if (const std::optional<std::int64_t> begin = checkpoint.beginId())
        ids.insert(ids.begin(), *begin);
    const auto known = std::find_if(ids.begin(), ids.end(), [&checkpoint](std::int64_t id) {
        return id >= 0 && id < checkpoint.spec().vocabulary;
    });
    return known == ids.end() ? std::nullopt : std::optional(*known);
}

std::vector<float> numbers(const at::Tensor &x)
{
    const at::Tensor dense = x.to(at::kCPU, at::kFloat).contiguous();
    return {dense.data_ptr<float>(), dense.data_ptr<float>() + dense.numel()};
}

/// The pooled rows of a text's states [tokens, width].
at::Tensor pooled(const at::Tensor &states, const Encoding &text, Pooling pooling)
{
    const at::Tensor wide = states.to(at::kFloat);
    if (pooling == Pooling::Mean)
        return wide.mean(0);
    return wide.narrow(0, text.addedBefore, wide.size(0) - text.addedBefore - text.addedAfter).mean(0);
}

} // namespace

MeasureModel::MeasureModel(std::shared_ptr<const Checkpoint> checkpoint, std::shared_ptr<const Model> model,
                           std::int64_t batch)
    : m_checkpoint(std::move(checkpoint)), m_model(std::move(model)),
      m_asker(m_checkpoint->tokenizer(), m_model->spec().masked, m_model->spec().context, beginOf(*m_checkpoint)),
      m_partRows(rowsOfPart(m_model->spec()))
{
    m_limits.rows = affordableRows(*m_model);
    if (batch > 0)
        m_limits.texts = batch;
}

int MeasureModel::layers() const
{
    return m_model->spec().layers;
}

std::vector<Readings> MeasureModel::read(const std::vector<Query> &queries, Monitor &monitor) const
{
    return readTexts(*m_model, queries, m_limits, monitor);
}

std::vector<std::vector<std::vector<float>>> MeasureModel::states(const std::vector<Encoding> &texts, Pooling pooling,
                                                                  Monitor &monitor) const
{
    std::vector<std::vector<std::int64_t>> ids;
    for (const Encoding &text : texts)
        ids.push_back(text.ids);
    std::vector<std::vector<std::vector<float>>> all(
        texts.size(), std::vector<std::vector<float>>(static_cast<std::size_t>(layers()) + 1));
    readStates(
        *m_model, ids, m_limits,
        [&](std::size_t text, int layer, const at::Tensor &states) {
            all[text][static_cast<std::size_t>(layer)] = numbers(pooled(states, texts[text], pooling));
        },
        monitor);
    return all;
}

} // namespace cw
