// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Forward.h"

#include "core/engine/Error.h"
#include "core/engine/Finite.h"
#include "core/engine/Steps.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/GradMode.h>

namespace cw {
namespace {

at::Tensor hooked(const Hook &hook, Site site, int layer, const at::Tensor &x)
{
    return hook ? hook({site, layer}, x) : x;
}

} // namespace

void checkText(const ModelSpec &spec, const std::vector<std::int64_t> &ids)
{
    if (ids.empty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The text is empty: give at least one token."));
    if (static_cast<std::int64_t>(ids.size()) > spec.context)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The text has %1 tokens, but the model reads at most %2: shorten it."),
                    {std::to_string(ids.size()), std::to_string(spec.context)});
    for (const std::int64_t id : ids) {
        if (id < 0 || id >= spec.vocabulary)
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "Token id %1 is outside the model's vocabulary of %2: the tokenizer "
                                                   "does not belong to this model."),
                        {std::to_string(id), std::to_string(spec.vocabulary)});
    }
}

at::Tensor embedTokens(const Model &model, const std::vector<std::int64_t> &ids)
{
    checkText(model.spec(), ids);
    return embedIds(model, ids);
}

at::Tensor embedIds(const Model &model, const std::vector<std::int64_t> &ids)
{
    const at::Tensor index = at::tensor(ids, at::kLong).to(model.embedding().device());
    return model.embedding().index_select(0, index).to(model.placement().device, model.placement().type);
}

at::Tensor forward(const Model &model, at::Tensor x, const Hook &hook)
{
    return forwardBlocks(model, 0, model.spec().layers, std::move(x), hook);
}

at::Tensor forwardBlocks(const Model &model, int first, int end, at::Tensor x, const Hook &hook)
{
    const ModelSpec &spec = model.spec();
    const std::int64_t batch = x.size(0);
    const std::int64_t tokens = x.size(1);
    const Model::RotaryTable rotary = model.rotary(tokens);
    const at::Tensor positions = at::arange(tokens, x.options().dtype(at::kLong)).repeat({batch}); // [batch * tokens]
    for (int index = first; index < end; ++index) {
        const Layer layer = model.layer(index);
        const auto rows = [](const at::Tensor &t) { return t.flatten(0, 1); }; // [batch * tokens, ...]
        const auto texts = [&](const at::Tensor &t) { return t.unflatten(0, {batch, tokens}); }; // [batch, tokens, ...]
        const Heads heads = project(spec, layer, rotary, rows(x), positions);
        const at::Tensor attended = attend(spec, index, {texts(heads.q), texts(heads.k), texts(heads.v)}, {});
        const at::Tensor attn = hooked(hook, Site::Attn, index, texts(attentionOut(layer, rows(attended))));
        const at::Tensor mid = afterAttention(spec, layer, x, attn);
        const at::Tensor inner = hooked(hook, Site::Mlp, index, texts(mlp(spec, layer, rows(mlpInput(spec, x, mid)))));
        x = hooked(hook, Site::State, index, afterMlp(spec, layer, mid, inner));
    }
    return x;
}

at::Tensor textLogits(const Model &model, const std::vector<std::int64_t> &ids, const Hook &hook)
{
    const at::NoGradGuard noGradients;
    const at::Tensor x = streamInput(model, embedTokens(model, ids)).unsqueeze(0);
    at::Tensor result = logits(model, forward(model, x, hook).squeeze(0));
    requireFinite(model, result);
    return result;
}

} // namespace cw
