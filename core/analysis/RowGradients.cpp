// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RowGradients.h"

#include "core/engine/Error.h"
#include "core/engine/Finite.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/engine/PackedWalk.h"
#include "core/engine/ParameterRows.h"
#include "core/engine/PartMonitor.h"
#include "core/engine/Steps.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/GradMode.h>

namespace cw {
namespace {

/// Both gradients of the module's weight, [rows, columns] fp32.
struct Pair {
    at::Tensor a;
    at::Tensor b;
};

/// Takes the gradients of one module, prompt after prompt.
class Differentiation {
public:
    Differentiation(const Model &model, const ParameterView &module, LossSpan span)
        : m_leaf(leafOf(model, module)), m_model(model, {{module.stored, m_leaf}}),
          m_layer(layerBefore(model.spec(), module)), m_rows(storedRows(module, allRows(module)).to(m_leaf.device())),
          m_span(span)
    {
    }

    int layer() const { return m_layer; }

    /// stream: what the module's layer reads of the prompt, [tokens, width].
    Pair of(const TargetPrompt &prompt, const at::Tensor &stream)
    {
        const c10::AutoGradMode gradients(true);
        const at::Tensor behind =
            forwardBlocks(m_model, m_layer, m_model.spec().layers, stream.unsqueeze(0)).squeeze(0);
        const std::int64_t last = behind.size(0) - 1;
        const bool isWhole = m_span == LossSpan::WholeText;
        const at::Tensor made = logits(m_model, isWhole ? behind : behind.narrow(0, last, 1)).to(at::kFloat);
        requireFinite(m_model, made.detach());
        const at::Tensor scores = at::log_softmax(made, -1);
        const at::Tensor answers = scores[scores.size(0) - 1];
        const at::Tensor before = isWhole && last > 0 ? ownTokens(prompt, scores.narrow(0, 0, last)) : at::Tensor();
        const auto loss = [&](std::int64_t id) {
            const at::Tensor answer = answers[id];
            return (before.defined() ? before + answer : answer) / -static_cast<double>(scores.size(0));
        };
        at::Tensor a = gradient(loss(prompt.a), true);
        return {std::move(a), gradient(loss(prompt.b), false)};
    }

private:
    /// All layers are below the output head.
    static int layerBefore(const ModelSpec &spec, const ParameterView &module)
    {
        const int layer = layerOf(module.name);
        return layer < 0 ? spec.layers : layer;
    }

    static at::Tensor leafOf(const Model &model, const ParameterView &module)
    {
        const at::Tensor stored = model.parameters().at(module.stored);
        return stored.to(model.placement().device, at::kFloat).detach().set_requires_grad(true);
    }

    /// The sum of log P of the prompt's own tokens behind its first one.
    at::Tensor ownTokens(const TargetPrompt &prompt, const at::Tensor &scores) const
    {
        const std::vector<std::int64_t> next(prompt.ids.begin() + 1, prompt.ids.end());
        return scores.gather(1, at::tensor(next, at::kLong).to(scores.device()).unsqueeze(1)).sum();
    }

    at::Tensor gradient(const at::Tensor &loss, bool isKept)
    {
        m_leaf.mutable_grad() = at::Tensor();
        loss.backward({}, isKept);
        return m_leaf.grad().index_select(0, m_rows);
    }

    at::Tensor m_leaf; ///< the parameter that holds the module, fp32
    Model m_model;     ///< with the leaf in its place
    int m_layer;
    at::Tensor m_rows; ///< of the module in the leaf
    LossSpan m_span;
};

/// Writes one prompt's numbers behind those of the prompts before it.
void append(RowGradients &found, const Pair &gradients)
{
    const c10::AutoGradMode noGradients(false);
    const at::Tensor difference = gradients.a - gradients.b;
    const at::Tensor norms = gradients.a.norm(2, 1) * gradients.b.norm(2, 1);
    const at::Tensor dots = (gradients.a * gradients.b).sum(1);
    const at::Tensor cosines = at::where(norms > 0, dots / norms, at::zeros_like(dots)).clamp(-1, 1);
    const auto add = [](std::vector<float> &to, const at::Tensor &values) {
        const at::Tensor near = values.to(at::kCPU).contiguous();
        to.insert(to.end(), near.data_ptr<float>(), near.data_ptr<float>() + near.numel());
    };
    add(found.cosines, cosines);
    add(found.differences, difference.norm(2, 1));
    const at::Tensor most = difference.abs().argmax(1).to(at::kCPU, at::kInt).contiguous();
    found.mostColumn.insert(found.mostColumn.end(), most.data_ptr<std::int32_t>(),
                            most.data_ptr<std::int32_t>() + most.numel());
    ++found.prompts;
}

/// The stream that a layer reads, of all rows of a pack.
at::Tensor streamBefore(const Model &model, const TargetPack &pack, int layer, Monitor &monitor)
{
    const at::NoGradGuard noGradients;
    const PackedWalk walk(model, pack.texts, pack.longest);
    at::Tensor stream = walk.input();
    for (int below = 0; below < layer; ++below) {
        monitor.step(0, 1);
        stream = walk.behind(model.layer(below), stream);
    }
    return stream;
}

at::Tensor rowsOfText(const TargetPack &pack, std::size_t text, std::size_t tokens)
{
    std::vector<std::int64_t> rows;
    for (std::size_t position = 0; position < tokens; ++position)
        rows.push_back(pack.texts.row(text, static_cast<int>(position)));
    return at::tensor(rows, at::kLong).to(pack.ends.device());
}

/// The linear map of this name in one of the layers, or the output head: "embed" where that is tied to it, of which
/// only the part as head counts.
ParameterView moduleBelowAnswers(const ModelSpec &spec, const std::string &name)
{
    if (name == "head" || (name == "embed" && spec.tiedHead))
        return parameterView(spec, "head");
    for (ParameterView &module : modules(spec))
        if (module.name == name && layerOf(name) >= 0)
            return std::move(module);
    throw Error(Error::Kind::Input,
                QT_TRANSLATE_NOOP("Error", "\"%1\" is no module of a layer of this model; name one such as "
                                           "layers.0.mlp.out, or head."),
                {name});
}

} // namespace

RowGradients rowGradients(const Model &model, const TargetPrompts &prompts, const std::string &module, LossSpan span,
                          Monitor &monitor)
{
    RowGradients found;
    readRowGradients(found, model, prompts, module, span, monitor);
    return found;
}

void readRowGradients(RowGradients &found, const Model &model, const TargetPrompts &prompts, const std::string &module,
                      LossSpan span, Monitor &monitor)
{
    checkPrompts(model.spec(), prompts);
    const ParameterView view = moduleBelowAnswers(model.spec(), module);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Comparing the gradients of both answers"));
    Differentiation differentiation(model, view, span);
    const auto total = static_cast<std::int64_t>(prompts.size());
    found = {view.name, view.rows(), view.columns(), 0, {}, {}, {}};
    for (const PackRange &range : packRanges(model.spec(), textsOf(prompts))) {
        const TargetPack pack(model, prompts, range);
        PartMonitor part(monitor, static_cast<std::int64_t>(range.begin), 0, total);
        const at::Tensor stream = streamBefore(model, pack, differentiation.layer(), part);
        for (std::size_t i = range.begin; i < range.end; ++i) {
            monitor.step(static_cast<std::int64_t>(i), total);
            const at::Tensor rows = rowsOfText(pack, i - range.begin, prompts[i].ids.size());
            append(found, differentiation.of(prompts[i], stream.index_select(0, rows)));
        }
    }
}

} // namespace cw
