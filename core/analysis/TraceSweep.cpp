// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TraceSweep.h"

#include "core/engine/Monitor.h"

#include <ATen/ATen.h>

namespace cw {
namespace {

/// Part of the heads: count rows from first.
Heads taken(const Heads &heads, std::int64_t first, std::int64_t count)
{
    return {heads.q.narrow(0, first, count), heads.k.narrow(0, first, count), heads.v.narrow(0, first, count)};
}

Heads shaped(const Heads &heads, std::int64_t texts, std::int64_t positions)
{
    return {heads.q.unflatten(0, {texts, positions}), heads.k.unflatten(0, {texts, positions}),
            heads.v.unflatten(0, {texts, positions})};
}

Heads positionsOf(const Heads &heads, std::int64_t first, std::int64_t count)
{
    return {heads.q.narrow(1, first, count), heads.k.narrow(1, first, count), heads.v.narrow(1, first, count)};
}

at::Tensor flatRows(const at::Tensor &x)
{
    return x.reshape({-1, x.size(-1)});
}

} // namespace

TraceSweep::TraceSweep(const Model &model, const TraceInput &input, const TraceRuns &runs, const TracePart &part)
    : m_model(model), m_spec(model.spec()), m_input(input), m_runs(runs), m_part(part),
      m_samples(part.sampleEnd - part.sampleBegin), m_length(runs.text.length())
{
    const auto share = [&](const at::Tensor &x) { return x.narrow(0, part.sampleBegin, m_samples); };
    for (const TraceRuns::Corrupted &layer : runs.corrupted)
        m_corrupted.push_back({share(layer.x),
                               {share(layer.heads.q), share(layer.heads.k), share(layer.heads.v)},
                               share(layer.attn),
                               share(layer.mlp)});
    for (int token = part.tokenBegin; token < part.tokenEnd; ++token) {
        if (equalsCorrupted(token))
            continue;
        Walk walk;
        walk.token = token;
        walk.begin = m_spec.masked ? 0 : token;
        m_walks.push_back(walk);
    }
}

void TraceSweep::run(Monitor &monitor, const DeliverCell &deliver)
{
    deliverKnown(deliver);
    if (m_walks.empty())
        return;
    for (int layer = 0; layer < m_spec.layers; ++layer) {
        monitor.step(layer, m_spec.layers);
        step(layer);
    }
    deliverRead(deliver);
}

void TraceSweep::step(int index)
{
    const Layer layer = m_model.layer(index);
    m_last = index == m_spec.layers - 1;
    m_joining.clear();
    if (index > 0) {
        addAttention(layer);
        restoreAttention(layer);
    }
    joinFromCorrupted(layer);
    addMlp(layer);
    restoreMlp(index);
    append(layer);
}

TraceKind TraceSweep::kindOf(const SweepCopy &copy) const
{
    return m_input.kinds[static_cast<std::size_t>(copy.kind)];
}

/// How many positions of a walk the present layer carries on, and the first of them.
std::int64_t TraceSweep::kept(const Walk &walk) const
{
    return m_last ? m_runs.text.tail : m_length - walk.begin;
}

std::int64_t TraceSweep::firstKept(const Walk &walk) const
{
    return m_last ? m_runs.text.firstRead : walk.begin;
}

/// The positions of x [copies, samples, positions from begin on, ...] that are carried on.
at::Tensor TraceSweep::keptPositions(const Walk &walk, const at::Tensor &x) const
{
    return x.narrow(2, firstKept(walk) - walk.begin, kept(walk));
}

/// Where the walk's own token stands among the positions that are carried on.
std::int64_t TraceSweep::tokenRow(const Walk &walk) const
{
    return walk.token - firstKept(walk);
}

bool TraceSweep::isRead(int token) const
{
    return token >= m_runs.text.firstRead && token < m_runs.text.firstRead + m_runs.text.tail;
}

bool TraceSweep::carriesToken(const Walk &walk) const
{
    return !m_last || isRead(walk.token);
}

at::Tensor TraceSweep::corruptedPositions(int layer, const Walk &walk) const
{
    const at::Tensor out = m_last ? m_runs.final.narrow(0, m_part.sampleBegin, m_samples)
                                  : m_corrupted[static_cast<std::size_t>(layer) + 1].x;
    return out.narrow(1, firstKept(walk), kept(walk));
}

/// What the layer must project: every position of the old copies, then the token alone of the fresh ones, whose other
/// positions still equal their parent's.
at::Tensor TraceSweep::rowsToProject(std::vector<std::int64_t> &positions) const
{
    std::vector<at::Tensor> rows;
    for (const Walk &walk : m_walks) {
        rows.push_back(flatRows(walk.x.narrow(0, 0, walk.old())));
        rows.push_back(flatRows(walk.x.narrow(0, walk.old(), walk.fresh).select(2, walk.token - walk.begin)));
        for (std::int64_t i = 0; i < walk.old() * m_samples; ++i)
            for (int position = walk.begin; position < m_length; ++position)
                positions.push_back(position);
        positions.insert(positions.end(), static_cast<std::size_t>(walk.fresh * m_samples), walk.token);
    }
    return at::cat(rows);
}

at::Tensor TraceSweep::attended(const Layer &layer)
{
    std::vector<std::int64_t> positions;
    const at::Tensor rows = rowsToProject(positions);
    const at::Tensor index = at::tensor(positions, at::kLong).to(rows.device());
    const Heads heads = project(m_spec, layer, m_runs.rotary, rows, index);
    std::vector<at::Tensor> results;
    std::int64_t row = 0;
    for (const Walk &walk : m_walks) {
        const std::int64_t texts = walk.old() * m_samples;
        const std::int64_t own = m_length - walk.begin;
        const Heads old = shaped(taken(heads, row, texts * own), texts, own);
        row += texts * own;
        const Heads first = shaped(taken(heads, row, walk.fresh * m_samples), walk.fresh * m_samples, 1);
        row += walk.fresh * m_samples;
        results.push_back(attendWalk(walk, layer.index, old, first));
    }
    return at::cat(results);
}

/// The parents' heads, with the fresh copies' own at the token.
Heads TraceSweep::freshHeads(const Walk &walk, int layer, const Heads &old, const Heads &own) const
{
    const Heads &corrupted = m_corrupted[static_cast<std::size_t>(layer)].heads;
    std::vector<at::Tensor> q, k, v;
    for (std::int64_t i = walk.old(); i < walk.size(); ++i) {
        const int parent = walk.copies[static_cast<std::size_t>(i)].parent;
        const Heads all = parent < 0 ? positionsOf(corrupted, walk.begin, m_length - walk.begin)
                                     : taken(old, parent * m_samples, m_samples);
        q.push_back(all.q);
        k.push_back(all.k);
        v.push_back(all.v);
    }
    const std::int64_t before = walk.token - walk.begin;
    const auto withOwn = [before](const std::vector<at::Tensor> &parents, const at::Tensor &token) {
        const at::Tensor all = at::cat(parents);
        const std::int64_t behind = all.size(1) - before - 1;
        return at::cat({all.narrow(1, 0, before), token, all.narrow(1, before + 1, behind)}, 1);
    };
    return {withOwn(q, own.q), withOwn(k, own.k), withOwn(v, own.v)};
}

/// Attention of all copies of a walk: rows [copies * samples * kept, heads * d].
at::Tensor TraceSweep::attendWalk(const Walk &walk, int layer, const Heads &old, const Heads &first) const
{
    const Heads &corrupted = m_corrupted[static_cast<std::size_t>(layer)].heads;
    const Heads borrowed{{}, corrupted.k.narrow(1, 0, walk.begin), corrupted.v.narrow(1, 0, walk.begin)};
    const auto result = [&](Heads own) {
        own.q = own.q.narrow(1, firstKept(walk) - walk.begin, kept(walk));
        return flatRows(attend(m_spec, layer, own, borrowed));
    };
    if (walk.fresh == 0)
        return result(old);
    const at::Tensor fresh = result(freshHeads(walk, layer, old, first));
    return walk.old() == 0 ? fresh : at::cat({result(old), fresh});
}

void TraceSweep::addAttention(const Layer &layer)
{
    const at::Tensor rows = attentionOut(layer, attended(layer));
    std::int64_t row = 0;
    for (Walk &walk : m_walks) {
        const std::int64_t count = walk.size() * m_samples * kept(walk);
        walk.attn = rows.narrow(0, row, count).view({walk.size(), m_samples, kept(walk), m_spec.width});
        row += count;
    }
}

void TraceSweep::restoreAttention(const Layer &layer)
{
    const at::Tensor &clean = m_runs.clean[static_cast<std::size_t>(layer.index)].attn;
    for (std::size_t w = 0; w < m_walks.size(); ++w) {
        Walk &walk = m_walks[w];
        const at::Tensor x = keptPositions(walk, walk.x);
        const std::int64_t row = tokenRow(walk);
        for (std::size_t i = 0; carriesToken(walk) && i < walk.copies.size(); ++i) {
            SweepCopy &copy = walk.copies[i];
            if (kindOf(copy) != TraceKind::Attn || !copy.restores(layer.index))
                continue;
            const auto own = static_cast<std::int64_t>(i);
            at::Tensor atToken = walk.attn[own].select(1, row);
            if (copy.forks(layer.index)) {
                const at::Tensor mid = afterAttention(m_spec, layer, x[own].select(1, row), atToken);
                m_joining.push_back({w, copy.fork(layer.index, static_cast<int>(i)), mid, {}, true});
            }
            atToken.copy_(clean[walk.token].expand_as(atToken));
        }
        walk.mid = afterAttention(m_spec, layer, x, walk.attn);
    }
}

/// The stream at the token after what the cell restores first; sets what is still to be added to it.
at::Tensor TraceSweep::joinedStream(const Layer &layer, int token, TraceKind kind, Joining &joining) const
{
    const TraceRuns::Clean &clean = m_runs.clean[static_cast<std::size_t>(layer.index)];
    const TraceRuns::Corrupted &corrupted = m_corrupted[static_cast<std::size_t>(layer.index)];
    const at::Tensor x = corrupted.x.select(1, token);
    if (kind == TraceKind::State)
        return clean.state[token].expand_as(x);
    if (kind == TraceKind::Mlp) {
        joining.mlp = clean.mlp[token].expand_as(x);
        return afterAttention(m_spec, layer, x, corrupted.attn.select(1, token));
    }
    if (m_spec.residual == ResidualKind::Parallel)
        joining.mlp = corrupted.mlp.select(1, token);
    joining.wantsMlp = true;
    return afterAttention(m_spec, layer, x, clean.attn[token].expand_as(x));
}

void TraceSweep::joinFromCorrupted(const Layer &layer)
{
    const std::vector<SweepCopy> copies = joiningCopies(m_input, m_spec.layers, layer.index);
    for (std::size_t w = 0; w < m_walks.size(); ++w) {
        if (!carriesToken(m_walks[w]))
            continue;
        for (const SweepCopy &copy : copies) {
            Joining joining{w, copy, {}, {}, false};
            joining.mid = joinedStream(layer, m_walks[w].token, kindOf(copy), joining);
            m_joining.push_back(joining);
        }
    }
}

/// Rows of the walks' streams whose MLP is needed: all but those whose output is overwritten.
std::vector<std::int64_t> TraceSweep::mlpRows(int layer) const
{
    std::vector<std::int64_t> rows;
    std::int64_t row = 0;
    for (const Walk &walk : m_walks) {
        for (const SweepCopy &copy : walk.copies) {
            const bool overwritten =
                carriesToken(walk) && kindOf(copy) == TraceKind::Mlp && copy.restores(layer) && !copy.forks(layer);
            for (std::int64_t i = 0; i < m_samples * kept(walk); ++i, ++row)
                if (!overwritten || i % kept(walk) != tokenRow(walk))
                    rows.push_back(row);
        }
    }
    return rows;
}

void TraceSweep::addMlp(const Layer &layer)
{
    const bool sequential = m_spec.residual == ResidualKind::Sequential;
    std::vector<at::Tensor> inputs;
    std::vector<Joining *> wanting;
    for (Walk &walk : m_walks)
        if (walk.size() > 0)
            inputs.push_back(flatRows(sequential ? walk.mid : keptPositions(walk, walk.x)));
    const at::Tensor streams = inputs.empty() ? at::Tensor() : at::cat(inputs);
    const std::vector<std::int64_t> rows = mlpRows(layer.index);
    const at::Tensor index = at::tensor(rows, at::kLong).to(m_runs.final.device());
    std::vector<at::Tensor> parts;
    if (!rows.empty())
        parts.push_back(streams.index_select(0, index));
    for (Joining &joining : m_joining) {
        if (sequential && joining.wantsMlp) {
            wanting.push_back(&joining);
            parts.push_back(joining.mid);
        }
    }
    const at::Tensor result = parts.empty() ? at::Tensor() : mlp(m_spec, layer, at::cat(parts));
    auto next = static_cast<std::int64_t>(rows.size());
    for (Joining *joining : wanting) {
        joining->mlp = result.narrow(0, next, m_samples);
        next += m_samples;
    }
    if (!streams.defined())
        return;
    at::Tensor all = at::zeros_like(streams);
    if (!rows.empty())
        all.index_copy_(0, index, result.narrow(0, 0, index.size(0)));
    std::int64_t row = 0;
    for (Walk &walk : m_walks) {
        const std::int64_t count = walk.size() * m_samples * kept(walk);
        walk.mlp = all.narrow(0, row, count).view({walk.size(), m_samples, kept(walk), m_spec.width});
        row += count;
    }
}

void TraceSweep::restoreMlp(int layer)
{
    const at::Tensor &clean = m_runs.clean[static_cast<std::size_t>(layer)].mlp;
    for (Joining &joining : m_joining)
        if (joining.wantsMlp && !joining.mlp.defined())
            joining.mlp = m_walks[joining.walk].mlp[joining.copy.parent].select(1, tokenRow(m_walks[joining.walk]));
    for (std::size_t w = 0; w < m_walks.size(); ++w) {
        Walk &walk = m_walks[w];
        const std::int64_t row = tokenRow(walk);
        for (std::size_t i = 0; carriesToken(walk) && i < walk.copies.size(); ++i) {
            SweepCopy &copy = walk.copies[i];
            if (kindOf(copy) != TraceKind::Mlp || !copy.restores(layer))
                continue;
            const auto own = static_cast<std::int64_t>(i);
            at::Tensor atToken = walk.mlp[own].select(1, row);
            if (copy.forks(layer))
                m_joining.push_back(
                    {w, copy.fork(layer, static_cast<int>(i)), walk.mid[own].select(1, row), atToken.clone(), false});
            atToken.copy_(clean[walk.token].expand_as(atToken));
        }
    }
}

/// Adds the layer's parts up and puts the copies that join behind the others.
void TraceSweep::append(const Layer &layer)
{
    std::vector<std::vector<at::Tensor>> streams(m_walks.size());
    for (std::size_t w = 0; w < m_walks.size(); ++w) {
        m_walks[w].fresh = 0;
        if (m_walks[w].size() > 0)
            streams[w].push_back(afterMlp(m_spec, layer, m_walks[w].mid, m_walks[w].mlp));
    }
    for (const Joining &joining : m_joining) {
        Walk &walk = m_walks[joining.walk];
        const at::Tensor parent = joining.copy.parent < 0 ? corruptedPositions(layer.index, walk)
                                                          : streams[joining.walk].front()[joining.copy.parent];
        const at::Tensor stream = parent.clone();
        stream.select(1, tokenRow(walk))
            .copy_(joining.mlp.defined() ? afterMlp(m_spec, layer, joining.mid, joining.mlp) : joining.mid);
        streams[joining.walk].push_back(stream.unsqueeze(0));
        ++walk.fresh;
    }
    for (const Joining &joining : m_joining)
        m_walks[joining.walk].copies.push_back(joining.copy);
    for (std::size_t w = 0; w < m_walks.size(); ++w)
        m_walks[w].x = at::cat(streams[w]);
}

} // namespace cw
