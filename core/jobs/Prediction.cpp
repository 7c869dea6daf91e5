// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/Prediction.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Placing.h"
#include "core/checkpoint/PromptTokens.h"
#include "core/checkpoint/SafetensorsWriter.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/engine/Error.h"
#include "core/engine/Forward.h"
#include "core/engine/FreeMemory.h"
#include "core/engine/Monitor.h"
#include "core/jobs/MemoryCheck.h"
#include "core/jobs/Threads.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>

namespace cw {
namespace {

std::vector<Prediction::Candidate> likeliest(const at::Tensor &logits, const Tokenizer &tokenizer, int count)
{
    const at::Tensor probabilities = logits.to(at::kDouble).softmax(-1).contiguous();
    const double *values = probabilities.data_ptr<double>();
    std::vector<std::int64_t> order(static_cast<std::size_t>(probabilities.numel()));
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<std::int64_t>(i);
    const auto end = order.begin() + std::min<std::ptrdiff_t>(count, static_cast<std::ptrdiff_t>(order.size()));
    std::partial_sort(order.begin(), end, order.end(), [values](std::int64_t a, std::int64_t b) {
        return values[a] != values[b] ? values[a] > values[b] : a < b;
    });
    std::vector<Prediction::Candidate> top;
    for (auto id = order.begin(); id != end; ++id)
        top.push_back({*id, tokenizer.token(*id), values[*id]});
    return top;
}

} // namespace

Prediction predict(const PredictSettings &settings, Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Opening the model"));
    useThreads(settings.threads);
    const auto checkpoint = Checkpoint::open(settings.model);
    const auto tokenizer = checkpoint->tokenizer();
    const bool masked = checkpoint->spec().masked;
    const Encoding text = promptTokens(*tokenizer, settings.text, masked);
    const int place = masked ? maskPosition(*tokenizer, text) : static_cast<int>(text.ids.size()) - 1;
    const auto model = checkpoint->model(placementFor(*checkpoint, settings.device, settings.dtype));
    requireMemory(*model, static_cast<std::int64_t>(text.ids.size()), freeMemoryOf(model->placement().device));
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Predicting"));
    monitor.step(0, 1);
    const at::NoGradGuard noGradients;
    const at::Tensor logits =
        textLogits(*model, text.ids).to(at::kCPU, at::kFloat).contiguous(); // [tokens, vocabulary]
    if (!settings.logits.isEmpty()) {
        SafetensorsWriter writer;
        writer.add("ids", at::tensor(text.ids, at::kLong));
        writer.add("logits", logits);
        writer.write(settings.logits);
    }
    monitor.step(1, 1);
    return {text.ids, text.tokens, likeliest(logits[place], *tokenizer, settings.top)};
}

} // namespace cw
