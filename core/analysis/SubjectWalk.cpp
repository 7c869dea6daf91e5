// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/SubjectWalk.h"

#include "core/engine/Forward.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <map>

namespace cw {

SubjectWalk::SubjectWalk(const Model &model, const std::vector<SubjectText> &texts, int layer, Site site, Tell tell)
    : m_model(model), m_layer(layer), m_site(site), m_tell(std::move(tell))
{
    const at::NoGradGuard noGradients;
    arrange(texts);
}

void SubjectWalk::arrange(const std::vector<SubjectText> &texts)
{
    using Alike = std::vector<std::int64_t>;
    std::map<int, std::map<int, Alike>> shapes; // by how many tokens are carried, then by how many stand before them
    int longest = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        longest = std::max(longest, texts[i].read + 1);
        shapes[texts[i].read - texts[i].subject][texts[i].subject].push_back(static_cast<std::int64_t>(i));
    }
    m_rotary = m_model.rotary(longest);
    const at::Device device = m_model.placement().device;
    std::vector<std::int64_t> positions, reads, order(texts.size());
    for (const auto &[behind, begins] : shapes) {
        std::vector<Group> parts;
        Alike numbers;
        for (const auto &[subject, members] : begins) {
            std::vector<const SubjectText *> alike;
            for (const std::int64_t text : members) {
                order[static_cast<std::size_t>(text)] = static_cast<std::int64_t>(reads.size());
                alike.push_back(&texts[static_cast<std::size_t>(text)]);
                for (int position = subject; position <= subject + behind; ++position)
                    positions.push_back(position);
                reads.push_back(static_cast<std::int64_t>(positions.size()) - 1);
            }
            parts.push_back(computed(alike));
            numbers.insert(numbers.end(), members.begin(), members.end());
        }
        m_groups.push_back(joined(parts));
        m_groups.back().numbers = at::tensor(numbers, at::kLong).to(device);
    }
    m_positions = at::tensor(positions, at::kLong).to(device);
    m_reads = at::tensor(reads, at::kLong).to(device);
    m_order = at::tensor(order, at::kLong).to(device);
}

/// The groups differ in what stands before their subjects alone.
SubjectWalk::Group SubjectWalk::joined(const std::vector<Group> &groups)
{
    Group all;
    all.carried = groups.front().carried;
    std::vector<at::Tensor> mids, inners;
    std::vector<std::int64_t> missing;
    for (const Group &group : groups) {
        all.texts += group.texts;
        all.before = std::max(all.before, group.before);
        mids.push_back(group.mid);
        inners.push_back(group.inner);
    }
    const auto filled = [&](const at::Tensor &x) {
        return at::constant_pad_nd(x, {0, 0, 0, 0, all.before - x.size(1), 0});
    };
    for (const Group &group : groups)
        missing.insert(missing.end(), static_cast<std::size_t>(group.texts), all.before - group.before);
    for (std::size_t layer = 0; layer < groups.front().lent.size(); ++layer) {
        std::vector<at::Tensor> keys, values;
        for (const Group &group : groups) {
            keys.push_back(filled(group.lent[layer].k));
            values.push_back(filled(group.lent[layer].v));
        }
        all.lent.push_back({{}, at::cat(keys), at::cat(values)});
    }
    all.mid = at::cat(mids);
    all.inner = at::cat(inners);
    if (groups.size() > 1)
        all.missing = at::tensor(missing, at::kLong).to(all.mid.device());
    return all;
}

/// Of texts with as many tokens in front of the subject.
SubjectWalk::Group SubjectWalk::computed(const std::vector<const SubjectText *> &texts) const
{
    Group group;
    const ModelSpec &spec = m_model.spec();
    group.texts = static_cast<std::int64_t>(texts.size());
    group.before = texts.front()->subject;
    const std::int64_t length = texts.front()->read + 1;
    group.carried = length - group.before;
    std::vector<std::int64_t> ids;
    for (const SubjectText *text : texts)
        ids.insert(ids.end(), text->ids.begin(), text->ids.begin() + length);
    const auto carried = [&](const at::Tensor &all) { return all.narrow(1, group.before, group.carried).contiguous(); };
    at::Tensor x = streamInput(m_model, embedIds(m_model, ids).unflatten(0, {group.texts, length}));
    // Of the last layer nothing is needed but what its attention reads.
    const int end = std::max(m_layer + 1, spec.layers - 1);
    forwardBlocks(m_model, 0, end, x, [&](Point point, const at::Tensor &value) {
        m_tell();
        if (point.layer == m_layer && point.site == Site::Attn)
            group.mid = carried(afterAttention(spec, m_model.layer(m_layer), x, value));
        if (point.layer == m_layer && point.site == Site::Mlp)
            group.inner = carried(value);
        if (point.site != Site::State)
            return value;
        x = value;
        if (point.layer >= m_layer && point.layer + 1 < spec.layers)
            group.lent.push_back(lent(point.layer + 1, x.narrow(1, 0, group.before)));
        return value;
    });
    return group;
}

/// The keys and values of what a layer reads before the subjects, [texts, before, width].
Heads SubjectWalk::lent(int layer, const at::Tensor &x) const
{
    const at::Tensor positions = at::arange(x.size(1), x.options().dtype(at::kLong)).repeat({x.size(0)});
    const Heads rows = project(m_model.spec(), m_model.layer(layer), m_rotary, x.flatten(0, 1), positions);
    const auto byText = [&x](const at::Tensor &all) { return all.unflatten(0, {x.size(0), x.size(1)}); };
    return {{}, byText(rows.k), byText(rows.v)};
}

at::Tensor SubjectWalk::values() const
{
    const at::NoGradGuard noGradients;
    std::vector<at::Tensor> parts;
    for (const Group &group : m_groups) {
        const at::Tensor all = m_site == Site::Mlp
                                   ? group.inner
                                   : afterMlp(m_model.spec(), m_model.layer(m_layer), group.mid, group.inner);
        parts.push_back(all.select(1, 0));
    }
    return at::cat(parts).index_select(0, m_order);
}

/// The stream behind the layer, [texts * carried, width].
at::Tensor SubjectWalk::changed(const Group &group, const at::Tensor &deltas) const
{
    const at::Tensor own = deltas.index_select(0, group.numbers).unsqueeze(1);
    const auto added = [&](const at::Tensor &x) {
        return at::cat({x.narrow(1, 0, 1) + own, x.narrow(1, 1, group.carried - 1)}, 1);
    };
    const ModelSpec &spec = m_model.spec();
    const Layer layer = m_model.layer(m_layer);
    const at::Tensor out = m_site == Site::Mlp ? afterMlp(spec, layer, group.mid, added(group.inner))
                                               : added(afterMlp(spec, layer, group.mid, group.inner));
    return out.flatten(0, 1);
}

at::Tensor SubjectWalk::read(const at::Tensor &deltas) const
{
    std::vector<at::Tensor> parts;
    for (const Group &group : m_groups)
        parts.push_back(changed(group, deltas));
    at::Tensor x = at::cat(parts);
    const int layers = m_model.spec().layers;
    if (m_layer + 1 == layers)
        x = x.index_select(0, m_reads);
    for (int index = m_layer + 1; index < layers; ++index) {
        m_tell();
        // The way back takes twice as long and is to be stopped as well.
        if (x.requires_grad())
            x.register_hook([this](const at::Tensor &) { m_tell(); });
        x = behind(index, x);
    }
    return x.index_select(0, m_order);
}

at::Tensor SubjectWalk::behind(int index, const at::Tensor &stream) const
{
    const ModelSpec &spec = m_model.spec();
    const Layer layer = m_model.layer(index);
    const bool isLast = index + 1 == spec.layers;
    const Heads heads = project(spec, layer, m_rotary, stream, m_positions);
    const at::Tensor attn = attentionOut(layer, attended(index, heads, isLast));
    const at::Tensor x = isLast ? stream.index_select(0, m_reads) : stream;
    const at::Tensor mid = afterAttention(spec, layer, x, attn);
    return afterMlp(spec, layer, mid, mlp(spec, layer, mlpInput(spec, x, mid)));
}

/// isLast: at the rows that are read alone.
at::Tensor SubjectWalk::attended(int layer, const Heads &heads, bool isLast) const
{
    std::vector<at::Tensor> parts;
    std::int64_t row = 0;
    for (const Group &group : m_groups) {
        const std::int64_t rows = group.texts * group.carried;
        const auto own = [&](const at::Tensor &x) {
            return x.narrow(0, row, rows).unflatten(0, {group.texts, group.carried});
        };
        const at::Tensor q = own(heads.q);
        const at::Tensor asked = isLast ? q.narrow(1, group.carried - 1, 1) : q;
        const Heads &borrowed = group.lent[static_cast<std::size_t>(layer - m_layer - 1)];
        parts.push_back(
            attend(m_model.spec(), layer, {asked, own(heads.k), own(heads.v)}, borrowed, group.missing).flatten(0, 1));
        row += rows;
    }
    return at::cat(parts);
}

} // namespace cw
