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
    const int firstRead = m_length - runs.text.tail;
    for (int token = std::max(part.tokenBegin, input.subjectBegin); token < part.tokenEnd; ++token) {
        if (m_spec.layers == 1 && token < firstRead)
            continue; // nothing that is restored in the only layer reaches a position that is read
        Walk walk;
        walk.token = token;
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
        restoreAttention(index);
    }
    joinFromCorrupted(index);
    addMlp(layer);
    restoreMlp(index);
    append(index);
}

TraceKind TraceSweep::kindOf(const SweepCopy &copy) const
{
    return m_input.kinds[static_cast<std::size_t>(copy.kind)];
}

std::int64_t TraceSweep::kept(const Walk &walk) const
{
    return m_last ? m_runs.text.tail : m_length - walk.token;
}

bool TraceSweep::carriesToken(const Walk &walk) const
{
    return !m_last || m_length - walk.token == m_runs.text.tail;
}

at::Tensor TraceSweep::corruptedSuffix(int layer, int token) const
{
    const at::Tensor out = m_last ? m_runs.final.narrow(0, m_part.sampleBegin, m_samples)
                                  : m_corrupted[static_cast<std::size_t>(layer) + 1].x;
    const std::int64_t first = m_last ? m_length - m_runs.text.tail : token;
    return out.narrow(1, first, m_length - first);
}

/// What the layer must project: every position of the old copies, then the token alone of the fresh ones, whose later
/// positions still equal their parent's.
at::Tensor TraceSweep::rowsToProject(std::vector<std::int64_t> &positions) const
{
    std::vector<at::Tensor> rows;
    for (const Walk &walk : m_walks) {
        rows.push_back(flatRows(walk.x.narrow(0, 0, walk.old())));
        rows.push_back(flatRows(walk.x.narrow(0, walk.old(), walk.fresh).select(2, 0)));
        for (std::int64_t i = 0; i < walk.old() * m_samples; ++i)
            for (int position = walk.token; position < m_length; ++position)
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
        const std::int64_t own = m_length - walk.token;
        const Heads old = shaped(taken(heads, row, texts * own), texts, own);
        row += texts * own;
        const Heads first = shaped(taken(heads, row, walk.fresh * m_samples), walk.fresh * m_samples, 1);
        row += walk.fresh * m_samples;
        results.push_back(attendWalk(walk, layer.index, old, first));
    }
    return at::cat(results);
}

/// The parent's heads at the positions behind the token, with the fresh copy's own in front.
Heads TraceSweep::freshHeads(const Walk &walk, int layer, const Heads &old, const Heads &first) const
{
    const std::int64_t behind = m_length - walk.token - 1;
    std::vector<at::Tensor> q, k, v;
    for (std::int64_t i = walk.old(); i < walk.size(); ++i) {
        const int parent = walk.copies[static_cast<std::size_t>(i)].parent;
        const Heads rest = parent < 0
                               ? positionsOf(m_corrupted[static_cast<std::size_t>(layer)].heads, walk.token + 1, behind)
                               : positionsOf(taken(old, parent * m_samples, m_samples), 1, behind);
        q.push_back(rest.q);
        k.push_back(rest.k);
        v.push_back(rest.v);
    }
    const auto behindFirst = [](const at::Tensor &front, const std::vector<at::Tensor> &rest) {
        return at::cat({front, at::cat(rest)}, 1);
    };
    return {behindFirst(first.q, q), behindFirst(first.k, k), behindFirst(first.v, v)};
}

/// Attention of all copies of a walk: rows [copies * samples * kept, heads * d].
at::Tensor TraceSweep::attendWalk(const Walk &walk, int layer, const Heads &old, const Heads &first) const
{
    const Heads &corrupted = m_corrupted[static_cast<std::size_t>(layer)].heads;
    const Heads borrowed{{}, corrupted.k.narrow(1, 0, walk.token), corrupted.v.narrow(1, 0, walk.token)};
    const auto result = [&](Heads own) {
        own.q = own.q.narrow(1, own.q.size(1) - kept(walk), kept(walk));
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

void TraceSweep::restoreAttention(int layer)
{
    const at::Tensor &clean = m_runs.clean[static_cast<std::size_t>(layer)].attn;
    for (std::size_t w = 0; w < m_walks.size(); ++w) {
        Walk &walk = m_walks[w];
        const at::Tensor x = walk.x.narrow(2, walk.x.size(2) - kept(walk), kept(walk));
        for (std::size_t i = 0; carriesToken(walk) && i < walk.copies.size(); ++i) {
            SweepCopy &copy = walk.copies[i];
            if (kindOf(copy) != TraceKind::Attn || !copy.restores(layer))
                continue;
            const auto own = static_cast<std::int64_t>(i);
            at::Tensor atToken = walk.attn[own].select(1, 0);
            if (copy.forks(layer)) {
                const at::Tensor mid = x[own].select(1, 0) + atToken;
                m_joining.push_back({w, copy.fork(layer, static_cast<int>(i)), mid, {}, true});
            }
            atToken.copy_(clean[walk.token].expand_as(atToken));
        }
        walk.mid = x + walk.attn;
    }
}

/// The stream at the token after what the cell restores first; sets what is still to be added to it.
at::Tensor TraceSweep::joinedStream(int layer, int token, TraceKind kind, Joining &joining) const
{
    const TraceRuns::Clean &clean = m_runs.clean[static_cast<std::size_t>(layer)];
    const TraceRuns::Corrupted &corrupted = m_corrupted[static_cast<std::size_t>(layer)];
    const at::Tensor x = corrupted.x.select(1, token);
    if (kind == TraceKind::State)
        return clean.state[token].expand_as(x);
    if (kind == TraceKind::Mlp) {
        joining.mlp = clean.mlp[token].expand_as(x);
        return x + corrupted.attn.select(1, token);
    }
    if (m_spec.residual == ResidualKind::Parallel)
        joining.mlp = corrupted.mlp.select(1, token);
    joining.wantsMlp = true;
    return x + clean.attn[token];
}

void TraceSweep::joinFromCorrupted(int layer)
{
    const std::vector<SweepCopy> copies = joiningCopies(m_input, m_spec.layers, layer);
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
                if (!overwritten || i % kept(walk) != 0)
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
            inputs.push_back(
                flatRows(sequential ? walk.mid : walk.x.narrow(2, walk.x.size(2) - kept(walk), kept(walk))));
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
            joining.mlp = m_walks[joining.walk].mlp[joining.copy.parent].select(1, 0);
    for (std::size_t w = 0; w < m_walks.size(); ++w) {
        Walk &walk = m_walks[w];
        for (std::size_t i = 0; carriesToken(walk) && i < walk.copies.size(); ++i) {
            SweepCopy &copy = walk.copies[i];
            if (kindOf(copy) != TraceKind::Mlp || !copy.restores(layer))
                continue;
            const auto own = static_cast<std::int64_t>(i);
            at::Tensor atToken = walk.mlp[own].select(1, 0);
            if (copy.forks(layer))
                m_joining.push_back(
                    {w, copy.fork(layer, static_cast<int>(i)), walk.mid[own].select(1, 0), atToken.clone(), false});
            atToken.copy_(clean[walk.token].expand_as(atToken));
        }
    }
}

/// Adds the layer's parts up and puts the copies that join behind the others.
void TraceSweep::append(int layer)
{
    std::vector<std::vector<at::Tensor>> streams(m_walks.size());
    for (std::size_t w = 0; w < m_walks.size(); ++w) {
        m_walks[w].fresh = 0;
        if (m_walks[w].size() > 0)
            streams[w].push_back(m_walks[w].mid + m_walks[w].mlp);
    }
    for (const Joining &joining : m_joining) {
        Walk &walk = m_walks[joining.walk];
        const at::Tensor parent = joining.copy.parent < 0 ? corruptedSuffix(layer, walk.token)
                                                          : streams[joining.walk].front()[joining.copy.parent];
        const at::Tensor stream = parent.clone();
        stream.select(1, 0).copy_(joining.mlp.defined() ? joining.mid + joining.mlp : joining.mid);
        streams[joining.walk].push_back(stream.unsqueeze(0));
        ++walk.fresh;
    }
    for (const Joining &joining : m_joining)
        m_walks[joining.walk].copies.push_back(joining.copy);
    for (std::size_t w = 0; w < m_walks.size(); ++w)
        m_walks[w].x = at::cat(streams[w]);
}

} // namespace cw
