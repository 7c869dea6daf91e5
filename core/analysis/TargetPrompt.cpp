// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TargetPrompt.h"

#include "core/engine/Error.h"
#include "core/engine/Forward.h"
#include "core/engine/Model.h"

#include <ATen/ATen.h>

namespace cw {
namespace {

/// What rounding may leave of shares that add up to one.
constexpr double roundOff = 1e-6;

void checkTarget(const ModelSpec &spec, std::int64_t id)
{
    if (id < 0 || id >= spec.vocabulary)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The target's token id %1 is outside the model's vocabulary of %2: the "
                                               "tokenizer does not belong to this model."),
                    {std::to_string(id), std::to_string(spec.vocabulary)});
}

bool isShare(double share)
{
    return share >= 0 && share <= 1; // false for NaN
}

} // namespace

void checkPrompts(const ModelSpec &spec, const TargetPrompts &prompts)
{
    if (spec.masked)
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "MG-Editing reads what comes next, but %1 is a masked model: choose a "
                                               "causal one."),
                    {spec.family});
    if (prompts.empty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "There is no prompt: give at least one."));
    for (const TargetPrompt &prompt : prompts) {
        checkText(spec, prompt.ids);
        checkTarget(spec, prompt.a);
        checkTarget(spec, prompt.b);
        if (prompt.a == prompt.b)
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "Both targets of a prompt begin with token %1, so they cannot be "
                                                   "told apart: choose other targets."),
                        {std::to_string(prompt.a)});
        if (!isShare(prompt.shareA) || !isShare(prompt.shareB) || prompt.shareA + prompt.shareB > 1 + roundOff)
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "The wanted probabilities %1 and %2 are no shares: give two numbers "
                                                   "from 0 to 1 that add up to 1 at most."),
                        {std::to_string(prompt.shareA), std::to_string(prompt.shareB)});
    }
}

TextPack::Texts textsOf(const TargetPrompts &prompts)
{
    TextPack::Texts texts;
    for (const TargetPrompt &prompt : prompts)
        texts.push_back(&prompt.ids);
    return texts;
}

TargetPack::TargetPack(const Model &model, const TargetPrompts &prompts, const PackRange &range)
    : texts(textsIn(textsOf(prompts), range), !model.spec().masked), longest(range.longest)
{
    std::vector<std::int64_t> rows;
    std::vector<std::int64_t> ids;
    std::vector<double> wanted;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const TargetPrompt &prompt = prompts[i];
        rows.push_back(texts.row(i - range.begin, static_cast<int>(prompt.ids.size()) - 1));
        ids.insert(ids.end(), {prompt.a, prompt.b});
        wanted.insert(wanted.end(), {prompt.shareA, prompt.shareB});
    }
    const at::Device device = model.placement().device;
    ends = at::tensor(rows, at::kLong).to(device);
    targets = at::tensor(ids, at::kLong).view({-1, 2}).to(device);
    shares = at::tensor(wanted, at::kDouble).view({-1, 2}).to(device, at::kFloat);
}

at::Tensor targetProbabilities(const at::Tensor &logits, const at::Tensor &targets)
{
    const at::Tensor wide = logits.to(at::kFloat);
    return (wide.gather(1, targets) - wide.logsumexp(1, true)).exp().to(at::kCPU).contiguous();
}

} // namespace cw
