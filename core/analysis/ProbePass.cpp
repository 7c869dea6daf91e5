// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ProbePass.h"

#include "core/engine/Finite.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/engine/PackedWalk.h"
#include "core/engine/Steps.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>
#include <c10/core/GradMode.h>
#include <set>

namespace cw {
namespace {

/// Logits are made for so many rows at a time: they are wide.
constexpr std::int64_t rowsOfLogits = 256;

using UsesByName = std::map<std::string, Uses>;

void note(Linear &map, UsesByName &uses, const std::string &name)
{
    if (map.weight.defined())
        map.uses = &uses[name];
}

void note(Norm &norm, UsesByName &uses, const std::string &name)
{
    if (norm.weight.defined())
        norm.uses = &uses[name];
}

/// The layer with all its uses noted under the names of Parameters.
Layer notedLayer(const ModelSpec &spec, Layer layer, UsesByName &uses)
{
    const std::string path = "layers." + std::to_string(layer.index);
    if (spec.qkv == QkvLayout::Fused) {
        note(layer.qkv[0], uses, path + ".attn.qkv");
    } else {
        note(layer.qkv[0], uses, path + ".attn.q");
        note(layer.qkv[1], uses, path + ".attn.k");
        note(layer.qkv[2], uses, path + ".attn.v");
    }
    note(layer.attnOut, uses, path + ".attn.out");
    note(layer.mlpIn, uses, path + ".mlp.in");
    note(layer.mlpGate, uses, path + ".mlp.gate");
    note(layer.mlpOut, uses, path + ".mlp.out");
    note(layer.norm1, uses, path + ".norm1");
    note(layer.norm2, uses, path + ".norm2");
    note(layer.outputNorm1, uses, path + ".outnorm1");
    note(layer.outputNorm2, uses, path + ".outnorm2");
    note(layer.queryNorm, uses, path + ".attn.qnorm");
    note(layer.keyNorm, uses, path + ".attn.knorm");
    return layer;
}

at::Tensor leafOf(const at::Tensor &x)
{
    return x.detach().set_requires_grad(true);
}

/// The gradient that a pass back has left, which the next one must not add to.
at::Tensor taken(const at::Tensor &x)
{
    const at::Tensor gradient = x.grad();
    x.mutable_grad() = at::Tensor();
    return gradient;
}

TextPack::Texts textsOf(const std::vector<ProbeText> &texts)
{
    TextPack::Texts all;
    for (const ProbeText &text : texts)
        all.push_back(&text.ids);
    return all;
}

std::int64_t longestOf(const std::vector<ProbeText> &texts)
{
    std::size_t longest = 0;
    for (const ProbeText &text : texts)
        longest = std::max(longest, text.ids.size());
    return static_cast<std::int64_t>(longest);
}

/// The pass: cut behind the embeddings, each layer and the final norm, so that it can be stopped on its way back.
class Recording {
public:
    Recording(const Model &model, const std::vector<ProbeText> &texts, const std::vector<Query> &queries,
              Monitor &monitor)
        : m_model(model), m_texts(texts), m_queries(queries), m_monitor(monitor), m_pack(textsOf(texts), false),
          m_walk(model, m_pack, longestOf(texts)), m_passes(texts.front().queries.size())
    {
        m_made.texts = texts;
        findRows();
        for (std::size_t pass = 0; pass < m_passes; ++pass)
            m_made.asked.push_back(askedIn(pass));
    }

    ProbePass run()
    {
        const c10::AutoGradMode gradients(true);
        forward();
        for (std::size_t pass = 0; pass < m_passes; ++pass)
            back(pass);
        for (auto &[name, uses] : m_uses)
            for (std::size_t i = 0; i < uses.size(); ++i)
                m_made.parts[name][i].read = uses[i].read;
        return std::move(m_made);
    }

private:
    /// What a stretch of the pass reads and writes.
    struct Stretch {
        at::Tensor in;
        at::Tensor out;
    };

    at::Tensor index(const std::vector<std::int64_t> &numbers) const
    {
        return at::tensor(numbers, at::kLong).to(m_model.placement().device);
    }

    void findRows()
    {
        std::vector<std::int64_t> texts(static_cast<std::size_t>(m_pack.rows()));
        std::set<std::int64_t> read;
        for (std::size_t text = 0; text < m_texts.size(); ++text) {
            for (std::size_t i = 0; i < m_texts[text].ids.size(); ++i)
                texts[static_cast<std::size_t>(m_pack.row(text, static_cast<int>(i)))] =
                    static_cast<std::int64_t>(text);
            for (const std::size_t query : m_texts[text].queries)
                for (const Query::Read &each : m_queries[query].reads)
                    read.insert(m_pack.row(text, each.row));
        }
        m_rows.assign(read.begin(), read.end());
        m_made.textOfRow = index(texts);
        m_made.textOfRead = m_made.textOfRow.index_select(0, index(m_rows));
    }

    ProbePass::Asked askedIn(std::size_t pass) const
    {
        std::vector<std::int64_t> rows;
        std::vector<std::int64_t> ids;
        for (std::size_t text = 0; text < m_texts.size(); ++text) {
            for (const Query::Read &read : m_queries[m_texts[text].queries[pass]].reads) {
                const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), m_pack.row(text, read.row));
                rows.push_back(place - m_rows.begin());
                ids.push_back(read.id);
            }
        }
        return {index(rows), index(ids)};
    }

    void step()
    {
        const std::int64_t layers = m_model.spec().layers;
        m_monitor.step(m_steps++, (layers + 1) * static_cast<std::int64_t>(m_passes + 1));
    }

    at::Tensor embedded()
    {
        const ModelSpec &spec = m_model.spec();
        EmbeddingParts parts = m_model.embeddingParts();
        note(parts.norm, m_uses, "embed.norm");
        note(parts.projection, m_uses, "embed.project");
        const std::vector<std::int64_t> ids = m_pack.ids();
        m_embeddings["embed"] = leafOf(embedIds(m_model, ids));
        m_made.lookups["embed"].index = index(ids);
        at::Tensor places;
        if (spec.positions == PositionKind::Learned) {
            const at::Tensor positions = index(m_pack.positions()) + spec.positionOffset;
            places = m_embeddings["pos"] = leafOf(parts.positions.index_select(0, positions));
            m_made.lookups["pos"].index = positions;
        }
        if (spec.tokenTypes > 0) {
            // Each row gets the first type as its own.
            const at::Tensor types = leafOf(parts.types.narrow(0, 0, 1).repeat({m_pack.rows(), 1}));
            m_embeddings["types"] = types;
            parts.types = types.unsqueeze(0);
            m_made.lookups["types"].index = at::zeros_like(m_made.textOfRow);
        }
        return streamInput(spec, parts, m_embeddings.at("embed"), places);
    }

    void forward()
    {
        const ModelSpec &spec = m_model.spec();
        m_stretches.push_back({{}, embedded()});
        for (int index = 0; index < spec.layers; ++index) {
            step();
            const at::Tensor in = leafOf(m_stretches.back().out);
            m_stretches.push_back({in, m_walk.behind(notedLayer(spec, m_model.layer(index), m_uses), in)});
        }
        step();
        Head head = m_model.head();
        note(head.norm, m_uses, "norm");
        note(head.transform, m_uses, spec.headTransform ? "head.transform" : "head.project");
        note(head.transformNorm, m_uses, "head.norm");
        m_end = leafOf(m_stretches.back().out.index_select(0, index(m_rows)));
        m_read = vocabularyInput(spec, head, m_end);
        m_made.vocabularyRead = m_read.detach();
    }

    /// The gradient of a pass's scores at what the vocabulary map reads.
    at::Tensor atVocabulary(std::size_t pass)
    {
        const ProbePass::Asked &asked = m_made.asked[pass];
        const Head head = m_model.head();
        const at::Tensor leaf = leafOf(m_made.vocabularyRead);
        std::vector<at::Tensor> logSums;
        for (std::int64_t begin = 0; begin < leaf.size(0); begin += rowsOfLogits) {
            const std::int64_t count = std::min(rowsOfLogits, leaf.size(0) - begin);
            const at::Tensor here =
                at::nonzero((asked.rows >= begin).logical_and(asked.rows < begin + count)).squeeze(1);
            const at::Tensor made = vocabularyLogits(m_model.spec(), head, leaf.narrow(0, begin, count)).to(at::kFloat);
            requireFinite(m_model, made.detach());
            const at::Tensor sums = made.logsumexp(-1);
            const at::Tensor rows = asked.rows.index_select(0, here) - begin;
            (made.index({rows, asked.ids.index_select(0, here)}) - sums.index_select(0, rows)).sum().backward();
            logSums.push_back(sums.detach());
        }
        m_made.logSums = at::cat(logSums);
        return leaf.grad();
    }

    void back(std::size_t pass)
    {
        const bool isKept = pass + 1 < m_passes;
        step();
        m_read.backward(atVocabulary(pass), isKept);
        at::Tensor gradient = at::zeros_like(m_stretches.back().out).index_copy(0, index(m_rows), taken(m_end));
        for (std::size_t i = m_stretches.size(); i-- > 0;) {
            if (i > 0)
                step();
            m_stretches[i].out.backward(gradient, isKept);
            gradient = i > 0 ? taken(m_stretches[i].in) : at::Tensor();
        }
        for (auto &[name, uses] : m_uses) {
            m_made.parts[name].resize(uses.size());
            for (std::size_t i = 0; i < uses.size(); ++i)
                m_made.parts[name][i].gradients.push_back(taken(uses[i].written));
        }
        for (const auto &[name, leaf] : m_embeddings)
            m_made.lookups[name].gradients.push_back(taken(leaf));
    }

    const Model &m_model;
    const std::vector<ProbeText> &m_texts;
    const std::vector<Query> &m_queries;
    Monitor &m_monitor;
    TextPack m_pack;
    PackedWalk m_walk;
    std::size_t m_passes;
    std::vector<std::int64_t> m_rows; ///< that are read, ascending
    UsesByName m_uses;
    std::map<std::string, at::Tensor> m_embeddings; ///< leaves, by parameter
    std::vector<Stretch> m_stretches;               ///< the embeddings, then each layer
    at::Tensor m_end;                               ///< the last stream's rows that are read
    at::Tensor m_read;
    std::int64_t m_steps = 0;
    ProbePass m_made;
};

} // namespace

ProbePass probePass(const Model &model, const std::vector<ProbeText> &texts, const std::vector<Query> &queries,
                    Monitor &monitor)
{
    return Recording(model, texts, queries, monitor).run();
}

std::int64_t ProbePass::bytes() const
{
    std::int64_t sum = 0;
    std::set<const void *> counted; // maps that read the same share it
    const auto add = [&](const at::Tensor &x) {
        if (x.defined() && counted.insert(x.data_ptr()).second)
            sum += x.numel() * static_cast<std::int64_t>(x.element_size());
    };
    const auto addAll = [&](const std::vector<at::Tensor> &all) { std::for_each(all.begin(), all.end(), add); };
    for (const auto &[name, uses] : parts)
        for (const Part &part : uses) {
            add(part.read);
            addAll(part.gradients);
        }
    for (const auto &[name, lookup] : lookups)
        addAll(lookup.gradients);
    add(vocabularyRead);
    return sum;
}

} // namespace cw
