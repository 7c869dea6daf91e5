// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Model.h"

#include "core/engine/Error.h"
#include "core/engine/ParameterShapes.h"
#include "core/engine/Rotary.h"

#include <ATen/ATen.h>
#include <mutex>
#include <optional>

namespace cw {
namespace {

std::int64_t convertedBytes(const Layer &layer)
{
    std::int64_t bytes = 0;
    const auto add = [&bytes](const at::Tensor &tensor) {
        if (tensor.defined())
            bytes += tensor.numel() * tensor.element_size();
    };
    for (const Norm &norm :
         {layer.norm1, layer.norm2, layer.queryNorm, layer.keyNorm, layer.outputNorm1, layer.outputNorm2}) {
        add(norm.weight);
        add(norm.bias);
    }
    for (const Linear &map : layer.qkv) {
        add(map.weight);
        add(map.bias);
    }
    for (const Linear &map : {layer.attnOut, layer.mlpIn, layer.mlpGate, layer.mlpOut}) {
        add(map.weight);
        add(map.bias);
    }
    return bytes;
}

std::int64_t convertedBytes(const Head &head)
{
    const at::Tensor &map = head.vocabulary.weight;
    return map.numel() * static_cast<std::int64_t>(map.element_size());
}

/// Whether a parameter whose name begins like this is among those that changed.
bool isChanged(const Parameters &changed, const std::string &begin)
{
    const auto found = changed.lower_bound(begin);
    return found != changed.end() && found->first.compare(0, begin.size(), begin) == 0;
}

std::string shapeText(at::IntArrayRef shape)
{
    std::string text;
    for (const std::int64_t size : shape)
        text += (text.empty() ? "[" : ", ") + std::to_string(size);
    return text.empty() ? "[]" : text + "]";
}

void check(const ModelSpec &spec, const Parameters &parameters)
{
    for (const ParameterShape &wanted : parameterShapes(spec)) {
        const auto found = parameters.find(wanted.name);
        if (found == parameters.end()) {
            if (wanted.optional)
                continue;
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "The checkpoint has no tensor for %1: it is not complete."),
                        {wanted.name});
        }
        if (found->second.sizes() != at::IntArrayRef(wanted.shape))
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "The tensor for %1 has the shape %2, but config.json asks for %3."),
                        {wanted.name, shapeText(found->second.sizes()), shapeText(wanted.shape)});
    }
}

} // namespace

/// Converted layers and the head, kept while they fit the budget; the rest is converted at each use.
struct Model::Cache {
    std::mutex mutex;
    std::vector<std::optional<Layer>> layers;
    std::optional<Head> head;
    std::int64_t bytes = 0;
};

Model::Model(ModelSpec spec, Parameters parameters, Placement placement)
    : m_spec(std::move(spec)), m_parameters(std::move(parameters)), m_placement(placement),
      m_cache(std::make_unique<Cache>())
{
    check(m_spec, m_parameters);
    m_cache->layers.resize(static_cast<std::size_t>(m_spec.layers));
}

Model::Model(const Model &base, Parameters changed)
    : m_spec(base.m_spec), m_parameters(base.m_parameters), m_placement(base.m_placement),
      m_cache(std::make_unique<Cache>())
{
    for (auto &[name, parameter] : changed)
        m_parameters.at(name) = std::move(parameter);
    check(m_spec, m_parameters);
    const std::lock_guard<std::mutex> lock(base.m_cache->mutex);
    m_cache->layers.resize(base.m_cache->layers.size());
    for (std::size_t i = 0; i < m_cache->layers.size(); ++i) {
        const std::optional<Layer> &kept = base.m_cache->layers[i];
        if (!kept || isChanged(changed, "layers." + std::to_string(i) + '.'))
            continue;
        m_cache->layers[i] = kept;
        m_cache->bytes += convertedBytes(*kept);
    }
    if (base.m_cache->head && !isChanged(changed, "head") && !isChanged(changed, "norm") &&
        !isChanged(changed, "embed")) {
        m_cache->head = base.m_cache->head;
        m_cache->bytes += convertedBytes(*m_cache->head);
    }
}

Model::~Model() = default;

at::Tensor Model::placed(const std::string &name) const
{
    const auto found = m_parameters.find(name);
    return found == m_parameters.end() ? at::Tensor() : found->second.to(m_placement.device, m_placement.type);
}

Linear Model::linear(const std::string &name) const
{
    return {placed(name), placed(name + ".bias")};
}

Norm Model::norm(const std::string &name) const
{
    return {placed(name), placed(name + ".bias")};
}

Norm Model::headNorm(const std::string &name, int heads) const
{
    switch (m_spec.headNorm) {
    case HeadNorm::None: return {};
    case HeadNorm::Shared:
    case HeadNorm::Whole: return norm(name);
    case HeadNorm::PerHead: break;
    }
    std::vector<at::Tensor> weights;
    for (int head = 0; head < heads; ++head)
        weights.push_back(placed(name + '.' + std::to_string(head)));
    return {at::stack(weights), {}};
}

Layer Model::placedLayer(int index) const
{
    const std::string path = "layers." + std::to_string(index);
    Layer layer;
    layer.index = index;
    layer.norm1 = norm(path + ".norm1");
    layer.norm2 = norm(path + ".norm2");
    layer.outputNorm1 = norm(path + ".outnorm1");
    layer.outputNorm2 = norm(path + ".outnorm2");
    if (m_spec.qkv == QkvLayout::Separate)
        layer.qkv = {linear(path + ".attn.q"), linear(path + ".attn.k"), linear(path + ".attn.v")};
    else
        layer.qkv = {linear(path + ".attn.qkv")};
    layer.queryNorm = headNorm(path + ".attn.qnorm", m_spec.heads);
    layer.keyNorm = headNorm(path + ".attn.knorm", m_spec.kvHeads);
    layer.attnOut = linear(path + ".attn.out");
    layer.mlpIn = linear(path + ".mlp.in");
    layer.mlpGate = linear(path + ".mlp.gate");
    layer.mlpOut = linear(path + ".mlp.out");
    return layer;
}

Layer Model::layer(int index) const
{
    const std::lock_guard<std::mutex> lock(m_cache->mutex);
    std::optional<Layer> &kept = m_cache->layers[static_cast<std::size_t>(index)];
    if (kept)
        return *kept;
    Layer layer = placedLayer(index);
    const std::int64_t bytes = convertedBytes(layer);
    if (m_cache->bytes + bytes <= m_placement.budget) {
        m_cache->bytes += bytes;
        kept = layer;
    }
    return layer;
}

Head Model::head() const
{
    const std::lock_guard<std::mutex> lock(m_cache->mutex);
    if (m_cache->head)
        return *m_cache->head;
    Head head = placedHead();
    const std::int64_t bytes = convertedBytes(head);
    if (m_cache->bytes + bytes <= m_placement.budget) {
        m_cache->bytes += bytes;
        m_cache->head = head;
    }
    return head;
}

Head Model::placedHead() const
{
    Head head;
    head.norm = norm("norm");
    head.transform = linear(m_spec.headTransform ? "head.transform" : "head.project");
    head.transformNorm = norm("head.norm");
    head.vocabulary = {placed(m_spec.tiedHead ? "embed" : "head"), placed("head.bias")};
    return head;
}

at::Tensor Model::embedding() const
{
    return m_parameters.at("embed");
}

EmbeddingParts Model::embeddingParts() const
{
    return {placed("pos"), placed("types"), norm("embed.norm"), linear("embed.project")};
}

Model::RotaryTable Model::rotary(std::int64_t length) const
{
    if (m_spec.positions != PositionKind::Rotary)
        return {};
    RotaryTable table = rotaryTable(m_spec.rotary, m_spec.context, length);
    return {table.cosine.to(m_placement.device), table.sine.to(m_placement.device)};
}

} // namespace cw
