// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/MlpKeys.h"

#include "core/engine/Error.h"
#include "core/engine/Finite.h"
#include "core/engine/Forward.h"
#include "core/engine/PackRanges.h"
#include "core/engine/PackedWalk.h"
#include "core/engine/PartMonitor.h"
#include "core/engine/Rotary.h"
#include "core/engine/Steps.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <limits>

namespace cw {
namespace {

at::Tensor plain(const at::Tensor &x)
{
    return x.to(at::kCPU, at::kFloat);
}

/// What stands behind a position does not change a causal model's key there.
std::vector<std::int64_t> upTo(const ModelSpec &spec, const TextPlace &place)
{
    if (place.position < 0 || place.position >= static_cast<int>(place.ids.size()))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "Position %1 is outside its text of %2 tokens: choose one from 0 on "
                                               "within it."),
                    {std::to_string(place.position), std::to_string(place.ids.size())});
    if (turnsByLength(spec, static_cast<std::int64_t>(place.ids.size())))
        return place.ids;
    return {place.ids.begin(), place.ids.begin() + place.position + 1};
}

TextPack::Texts pointers(const std::vector<std::vector<std::int64_t>> &texts)
{
    TextPack::Texts result;
    for (const std::vector<std::int64_t> &text : texts)
        result.push_back(&text);
    return result;
}

/// Walks up to a layer's MLP, pack by pack: f(pack, packed, the model's walk over it, a monitor of its own).
template <class F>
void forPacks(const Model &model, const std::vector<std::vector<std::int64_t>> &texts, Monitor &monitor, const F &f)
{
    const at::NoGradGuard noGradients;
    for (const std::vector<std::int64_t> &text : texts)
        checkText(model.spec(), text);
    const TextPack::Texts all = pointers(texts);
    const auto total = static_cast<std::int64_t>(texts.size());
    for (const PackRange &pack : packRanges(model.spec(), all)) {
        PartMonitor own(monitor, static_cast<std::int64_t>(pack.begin),
                        static_cast<std::int64_t>(pack.end - pack.begin), total);
        const TextPack packed(textsIn(all, pack), true);
        f(pack, packed, PackedWalk(model, packed, pack.longest), own);
    }
}

} // namespace

void requireCausalLayer(const Model &model, int layer)
{
    if (model.spec().masked)
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "A masked model has no next token to edit by: choose a causal model."));
    if (layer < 0 || layer >= model.spec().layers)
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The model has no layer %1: choose one of 0 to %2."),
                    {std::to_string(layer), std::to_string(model.spec().layers - 1)});
}

MlpReadings readMlp(const Model &model, int layer, const std::vector<TextPlace> &places, Monitor &monitor)
{
    requireCausalLayer(model, layer);
    if (places.empty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "There is no text to read keys of: give one."));
    const ModelSpec &spec = model.spec();
    std::vector<std::vector<std::int64_t>> texts;
    for (const TextPlace &place : places)
        texts.push_back(upTo(spec, place));
    std::vector<at::Tensor> keys, outputs, states;
    forPacks(model, texts, monitor,
             [&](const PackRange &pack, const TextPack &packed, const PackedWalk &walk, Monitor &own) {
                 std::vector<std::int64_t> rows;
                 for (std::size_t i = pack.begin; i < pack.end; ++i)
                     rows.push_back(packed.row(i - pack.begin, places[i].position));
                 const Layer weights = model.layer(layer);
                 const PackedWalk::Halfway half =
                     walk.beforeMlp(layer, at::tensor(rows, at::kLong).to(model.placement().device), own);
                 const at::Tensor key = mlpHidden(spec, weights, half.read);
                 const at::Tensor output = mlpOut(weights, key);
                 keys.push_back(plain(key));
                 outputs.push_back(plain(output));
                 states.push_back(plain(afterMlp(spec, weights, half.mid, output)));
             });
    MlpReadings readings{at::cat(keys), at::cat(outputs), at::cat(states)};
    requireFinite(model, readings.states);
    return readings;
}

void readKeys(const Model &model, int layer, const std::vector<std::vector<std::int64_t>> &texts,
              const std::function<void(const at::Tensor &, const at::Tensor &)> &take, Monitor &monitor)
{
    requireCausalLayer(model, layer);
    forPacks(model, texts, monitor,
             [&](const PackRange &pack, const TextPack &packed, const PackedWalk &walk, Monitor &own) {
                 std::vector<double> counts(static_cast<std::size_t>(packed.rows()));
                 for (std::size_t i = pack.begin; i < pack.end; ++i)
                     for (std::size_t position = 0; position < texts[i].size(); ++position)
                         ++counts[static_cast<std::size_t>(packed.row(i - pack.begin, static_cast<int>(position)))];
                 const PackedWalk::Halfway half = walk.beforeMlp(layer, {}, own);
                 const at::Tensor keys = plain(mlpHidden(model.spec(), model.layer(layer), half.read));
                 requireFinite(model, keys);
                 take(keys, at::tensor(counts, at::kDouble));
             });
}

} // namespace cw
