// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/CachedWalk.h"

#include "core/engine/Error.h"
#include "core/engine/Finite.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/engine/Rotary.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>

namespace cw {
namespace {

/// Places that are added when the kept ones are full: as many as there are, but not fewer.
constexpr std::int64_t leastGrowth = 32;

/// Puts x [rows, 1, heads, width] at a position of buffer [rows, places, heads, width], which grows when it is full.
void put(at::Tensor &buffer, const at::Tensor &x, std::int64_t position)
{
    if (!buffer.defined() || position >= buffer.size(1)) {
        const std::int64_t growth = std::max(leastGrowth, position);
        const at::Tensor more = at::empty({x.size(0), growth, x.size(2), x.size(3)}, x.options());
        buffer = buffer.defined() ? at::cat({buffer, more}, 1) : more;
    }
    buffer.narrow(1, position, 1).copy_(x);
}

} // namespace

CachedWalk::CachedWalk(std::shared_ptr<const Model> model) : m_model(std::move(model)) {}

at::Tensor CachedWalk::readPrompt(const std::vector<std::int64_t> &ids, Monitor &monitor)
{
    const at::NoGradGuard noGradients;
    const at::Tensor x = streamInput(*m_model, embedTokens(*m_model, ids)).unsqueeze(0);
    m_prompt = ids;
    m_layers.assign(static_cast<std::size_t>(m_model->spec().layers), {});
    startRows(0);
    at::Tensor last = walk(x, 0, monitor).squeeze(0).narrow(0, x.size(1) - 1, 1);
    at::Tensor result = logits(*m_model, last);
    requireFinite(*m_model, result);
    return result;
}

void CachedWalk::startRows(std::int64_t rows)
{
    m_ownIds.assign(static_cast<std::size_t>(rows), {});
    m_ownLength = 0;
    for (Kept &kept : m_layers)
        kept.own = {};
}

at::Tensor CachedWalk::read(const std::vector<std::int64_t> &ids, Monitor &monitor)
{
    const at::NoGradGuard noGradients;
    for (std::size_t row = 0; row < ids.size(); ++row)
        m_ownIds[row].push_back(ids[row]);
    ++m_ownLength;
    if (turnsByLength(m_model->spec(), length()))
        return readWithoutCache(monitor);
    const at::Tensor embedded = embedIds(*m_model, ids).unsqueeze(1); // [rows, 1, width]
    const at::Tensor x = walk(streamInput(*m_model, embedded, length() - 1), length() - 1, monitor);
    at::Tensor result = logits(*m_model, x.squeeze(1));
    requireFinite(*m_model, result);
    return result;
}

void CachedWalk::keepRows(const std::vector<std::int64_t> &rows)
{
    std::vector<std::vector<std::int64_t>> kept;
    kept.reserve(rows.size());
    for (const std::int64_t row : rows)
        kept.push_back(m_ownIds[static_cast<std::size_t>(row)]);
    m_ownIds = std::move(kept);
    for (Kept &layer : m_layers) {
        if (!layer.own.k.defined())
            continue;
        const at::Tensor index = at::tensor(rows, at::kLong).to(layer.own.k.device());
        layer.own = {{}, layer.own.k.index_select(0, index), layer.own.v.index_select(0, index)};
    }
}

/// The one walk over the layers: x [rows, tokens, width] stands at positions first, first + 1 ...; returns the residual
/// stream before the final norm and keeps its keys and values.
at::Tensor CachedWalk::walk(at::Tensor x, std::int64_t first, Monitor &monitor)
{
    const ModelSpec &spec = m_model->spec();
    const std::int64_t batch = x.size(0);
    const std::int64_t tokens = x.size(1);
    const bool isPrompt = first == 0;
    const Model::RotaryTable rotary = m_model->rotary(first + tokens);
    const at::Tensor positions = at::arange(first, first + tokens, x.options().dtype(at::kLong)).repeat({batch});
    for (int index = 0; index < spec.layers; ++index) {
        monitor.step(index, spec.layers);
        const Layer layer = m_model->layer(index);
        const auto rows = [](const at::Tensor &t) { return t.flatten(0, 1); }; // [batch * tokens, ...]
        const auto texts = [&](const at::Tensor &t) { return t.unflatten(0, {batch, tokens}); }; // [batch, tokens, ...]
        const Heads heads = project(spec, layer, rotary, rows(x), positions);
        Kept &kept = m_layers[static_cast<std::size_t>(index)];
        const Heads own = remember(kept, {texts(heads.q), texts(heads.k), texts(heads.v)}, isPrompt);
        const at::Tensor attended = attend(spec, index, own, isPrompt ? Heads() : kept.prompt);
        const at::Tensor mid = afterAttention(spec, layer, x, texts(attentionOut(layer, rows(attended))));
        x = afterMlp(spec, layer, mid, texts(mlp(spec, layer, rows(mlpInput(spec, x, mid)))));
    }
    return x;
}

/// Keeps the keys and values of heads; returns its queries with all keys and values that are the rows' own.
Heads CachedWalk::remember(Kept &kept, const Heads &heads, bool isPrompt) const
{
    if (isPrompt) {
        kept.prompt = {{}, heads.k.contiguous(), heads.v.contiguous()};
        return heads;
    }
    put(kept.own.k, heads.k, m_ownLength - 1);
    put(kept.own.v, heads.v, m_ownLength - 1);
    return {heads.q, kept.own.k.narrow(1, 0, m_ownLength), kept.own.v.narrow(1, 0, m_ownLength)};
}

at::Tensor CachedWalk::readWithoutCache(Monitor &monitor) const
{
    std::vector<at::Tensor> rows;
    const auto count = static_cast<std::int64_t>(m_ownIds.size());
    for (const std::vector<std::int64_t> &own : m_ownIds) {
        monitor.step(static_cast<std::int64_t>(rows.size()), count);
        std::vector<std::int64_t> ids = m_prompt;
        ids.insert(ids.end(), own.begin(), own.end());
        const at::Tensor all = textLogits(*m_model, ids);
        rows.push_back(all.narrow(0, all.size(0) - 1, 1));
    }
    return at::cat(rows);
}

} // namespace cw
