// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/PackedWalk.h"

#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/engine/Steps.h"

#include <ATen/ATen.h>

namespace cw {
namespace {

/// The rows of a group in a block of [runs, longest], the place of a missing row taken by the group's first, and where
/// each row of the group stands in that block.
struct Padding {
    at::Tensor rows;
    at::Tensor places;
};

Padding padding(const TextPack &pack, const TextPack::Group &group, const at::Device &device)
{
    std::vector<std::int64_t> rows;
    std::vector<std::int64_t> places;
    for (int i = group.begin; i < group.end; ++i) {
        const TextPack::Run &run = pack.runs()[static_cast<std::size_t>(i)];
        for (std::int64_t j = 0; j < group.longest; ++j) {
            const bool isThere = j < static_cast<std::int64_t>(run.ids.size());
            if (isThere)
                places.push_back(static_cast<std::int64_t>(rows.size()));
            rows.push_back(isThere ? run.row + j : run.row);
        }
    }
    return {at::tensor(rows, at::kLong).to(device), at::tensor(places, at::kLong).to(device)};
}

} // namespace

/// How the rows of a pack are attended, layer after layer.
class PackedWalk::Attending {
public:
    Attending(const Model &model, const TextPack &pack) : m_model(model), m_pack(pack)
    {
        for (const TextPack::Group &group : pack.groups())
            m_paddings.push_back(group.isEven ? Padding() : padding(pack, group, model.placement().device));
    }

    /// [rows, heads * headWidth]
    at::Tensor operator()(int layer, const Heads &heads) const
    {
        std::vector<at::Tensor> parts;
        for (std::size_t i = 0; i < m_paddings.size(); ++i) {
            const TextPack::Group &group = m_pack.groups()[i];
            const Padding &padding = m_paddings[i];
            const at::Tensor out =
                attend(m_model.spec(), layer,
                       {own(group, padding, heads.q), own(group, padding, heads.k), own(group, padding, heads.v)},
                       {{}, before(group, heads.k), before(group, heads.v)})
                    .flatten(0, 1);
            parts.push_back(padding.places.defined() ? out.index_select(0, padding.places) : out);
        }
        return at::cat(parts); // the groups' rows stand one behind the other
    }

private:
    at::Tensor own(const TextPack::Group &group, const Padding &padding, const at::Tensor &x) const
    {
        const std::int64_t runs = group.end - group.begin;
        const std::int64_t first = m_pack.runs()[static_cast<std::size_t>(group.begin)].row;
        const at::Tensor rows =
            padding.rows.defined() ? x.index_select(0, padding.rows) : x.narrow(0, first, runs * group.longest);
        return rows.unflatten(0, {runs, group.longest});
    }

    /// The rows of what the group goes on from, [1, rows, ...]; undefined where it begins the texts.
    at::Tensor before(const TextPack::Group &group, const at::Tensor &x) const
    {
        std::vector<at::Tensor> parts;
        for (const int i : m_pack.before(m_pack.runs()[static_cast<std::size_t>(group.begin)])) {
            const TextPack::Run &run = m_pack.runs()[static_cast<std::size_t>(i)];
            parts.push_back(x.narrow(0, run.row, static_cast<std::int64_t>(run.ids.size())));
        }
        if (parts.empty())
            return {};
        return (parts.size() == 1 ? parts.front() : at::cat(parts)).unsqueeze(0);
    }

    const Model &m_model;
    const TextPack &m_pack;
    std::vector<Padding> m_paddings; ///< of each group; undefined for even ones
};

PackedWalk::PackedWalk(const Model &model, const TextPack &pack, std::int64_t length)
    : m_model(model), m_pack(pack), m_rotary(model.rotary(length)),
      m_positions(at::tensor(pack.positions(), at::kLong).to(model.placement().device)),
      m_attending(std::make_shared<const Attending>(model, pack))
{
}

at::Tensor PackedWalk::input() const
{
    return streamInput(m_model, embedIds(m_model, m_pack.ids()), m_positions);
}

PackedWalk::Halfway PackedWalk::halfway(const Layer &layer, const at::Tensor &stream, const at::Tensor &rows) const
{
    const ModelSpec &spec = m_model.spec();
    const Heads heads = project(spec, layer, m_rotary, stream, m_positions);
    const auto wanted = [&rows](const at::Tensor &all) { return rows.defined() ? all.index_select(0, rows) : all; };
    const at::Tensor attended = wanted((*m_attending)(layer.index, heads));
    const at::Tensor x = wanted(stream);
    const at::Tensor mid = afterAttention(spec, layer, x, attentionOut(layer, attended));
    return {mlpInput(spec, x, mid), mid};
}

at::Tensor PackedWalk::behind(const Layer &layer, const at::Tensor &stream, const at::Tensor &rows) const
{
    const Halfway half = halfway(layer, stream, rows);
    return afterMlp(m_model.spec(), layer, half.mid, mlp(m_model.spec(), layer, half.read));
}

PackedWalk::Halfway PackedWalk::beforeMlp(int layer, const at::Tensor &rows, Monitor &monitor) const
{
    at::Tensor x = input();
    for (int index = 0; index < layer; ++index) {
        monitor.step(index, layer + 1);
        x = behind(m_model.layer(index), x);
    }
    monitor.step(layer, layer + 1);
    return halfway(m_model.layer(layer), x, rows);
}

at::Tensor PackedWalk::walk(Monitor &monitor, const Watch &watch, const at::Tensor &rows) const
{
    const int layers = m_model.spec().layers;
    at::Tensor x = input();
    if (watch)
        watch(0, x);
    for (int index = 0; index < layers; ++index) {
        monitor.step(index, layers);
        x = behind(m_model.layer(index), x, index + 1 == layers ? rows : at::Tensor());
        if (watch)
            watch(index + 1, x);
    }
    return x;
}

} // namespace cw
