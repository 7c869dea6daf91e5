// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ProbeStates.h"

#include "core/analysis/ProbeTexts.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/engine/PackReads.h"
#include "core/engine/PackedWalk.h"
#include "core/engine/ParameterView.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>

namespace cw {
namespace {

bool isBehindLayers(const std::string &parameter)
{
    return parameter.compare(0, 4, "head") == 0 || parameter == "norm" || parameter == "norm.bias";
}

/// One query for each text, which reads what all the text's queries do, one behind the other.
std::vector<Query> united(const std::vector<ProbeText> &texts, const std::vector<Query> &queries)
{
    std::vector<Query> all;
    for (const ProbeText &text : texts) {
        Query query{text.ids, {}};
        for (const std::size_t i : text.queries)
            query.reads.insert(query.reads.end(), queries[i].reads.begin(), queries[i].reads.end());
        all.push_back(std::move(query));
    }
    return all;
}

} // namespace

int lowestChange(const Model &base, const Model &changed)
{
    const int layers = base.spec().layers;
    int lowest = layers + 1;
    for (const auto &[name, parameter] : base.parameters()) {
        if (parameter.is_same(changed.parameters().at(name)))
            continue;
        const int layer = layerOf(name);
        lowest = std::min(lowest, layer < 0 && isBehindLayers(name) ? layers : layer);
    }
    return lowest;
}

/// What is asked, and how it is packed: the same for all models of one shape.
struct ProbeStates::Probe {
    struct Pack {
        TextPack texts;
        std::int64_t longest;
        PackReads reads;
    };

    Probe(const ModelSpec &spec, const std::vector<Query> &queries)
        : texts(probeTexts(queries)), asked(united(texts, queries))
    {
        for (const Query &query : queries)
            counts.push_back(query.reads.size());
        TextPack::Texts all;
        for (const Query &query : asked) {
            checkText(spec, query.ids);
            all.push_back(&query.ids);
        }
        for (const PackRange &range : packRanges(spec, all)) {
            TextPack pack(textsIn(all, range), !spec.masked);
            PackReads reads(pack, asked, range);
            packs.push_back({std::move(pack), range.longest, std::move(reads)});
        }
    }

    /// The readings of the queries that were given.
    std::vector<Readings> split(const std::vector<Readings> &read) const
    {
        std::vector<Readings> all(counts.size());
        for (std::size_t text = 0; text < texts.size(); ++text) {
            auto next = read[text].begin();
            for (const std::size_t query : texts[text].queries) {
                const auto end = next + static_cast<std::ptrdiff_t>(counts[query]);
                all[query].assign(next, end);
                next = end;
            }
        }
        return all;
    }

    std::vector<std::size_t> counts; ///< of the reads of each query that was given
    std::vector<ProbeText> texts;
    std::vector<Query> asked; ///< one for each text
    std::vector<Pack> packs;
};

ProbeStates::ProbeStates(std::shared_ptr<const Model> model, const std::vector<Query> &queries, Monitor &monitor)
    : m_model(std::move(model)), m_probe(std::make_shared<const Probe>(m_model->spec(), queries)),
      m_streams(m_probe->packs.size())
{
    m_readings = walk(*m_model, -1, m_streams, &m_streams, monitor);
}

ProbeStates::ProbeStates(const ProbeStates &earlier, std::shared_ptr<const Model> model, Monitor &monitor)
    : m_model(std::move(model)), m_probe(earlier.m_probe), m_streams(earlier.m_streams)
{
    const int from = lowestChange(*earlier.m_model, *m_model);
    m_readings = from > m_model->spec().layers ? earlier.m_readings
                                               : walk(*m_model, from, earlier.m_streams, &m_streams, monitor);
}

ProbeStates::~ProbeStates() = default;

std::vector<Readings> ProbeStates::read(const Model &changed, Monitor &monitor) const
{
    const int from = lowestChange(*m_model, changed);
    return from > changed.spec().layers ? m_readings : walk(changed, from, m_streams, nullptr, monitor);
}

/// From a layer on, -1: from the embeddings; before: the streams of a model that is the same below.
std::vector<Readings> ProbeStates::walk(const Model &model, int from, const std::vector<Streams> &before,
                                        std::vector<Streams> *kept, Monitor &monitor) const
{
    const at::NoGradGuard noGradients;
    const int layers = model.spec().layers;
    std::vector<Readings> answers;
    for (const Query &query : m_probe->asked)
        answers.emplace_back(query.reads.size());
    for (std::size_t i = 0; i < m_probe->packs.size(); ++i) {
        const Probe::Pack &pack = m_probe->packs[i];
        if (pack.reads.rows().empty())
            continue;
        const PackedWalk walk(model, pack.texts, pack.longest);
        const at::Tensor rows = at::tensor(pack.reads.rows(), at::kLong).to(model.placement().device);
        at::Tensor x = from < 0 ? walk.input() : before[i][static_cast<std::size_t>(from)];
        Streams streams(before[i].begin(), before[i].begin() + std::max(from, 0)); // those below
        for (int layer = std::max(from, 0); layer < layers; ++layer) {
            monitor.step(layer, layers);
            if (kept)
                streams.push_back(x);
            x = walk.behind(model.layer(layer), x, layer + 1 == layers ? rows : at::Tensor());
        }
        pack.reads.answer(model, x, answers, monitor);
        if (kept) {
            streams.push_back(x);
            (*kept)[i] = std::move(streams);
        }
    }
    return m_probe->split(answers);
}

std::int64_t ProbeStates::rows() const
{
    std::int64_t sum = 0;
    for (const Probe::Pack &pack : m_probe->packs)
        sum += pack.texts.rows();
    return sum;
}

std::int64_t ProbeStates::bytes() const
{
    std::int64_t sum = 0;
    for (const Streams &streams : m_streams)
        for (const at::Tensor &stream : streams)
            if (stream.defined())
                sum += stream.numel() * static_cast<std::int64_t>(stream.element_size());
    return sum;
}

} // namespace cw
