// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TraceRuns.h"

#include "core/analysis/RandomState.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <chrono>

namespace cw {
namespace {

/// Logits held at once, 256 MB: the vocabulary's weights are packed once for as many rows as that allows.
constexpr std::int64_t logitsAtOnce = std::int64_t{1} << 26;

/// log(sum(exp)) of each row, a few rows at a time so that what exp() makes stays in the cache.
at::Tensor normalisers(const at::Tensor &scores)
{
    constexpr std::int64_t slice = 16;
    std::vector<at::Tensor> parts;
    for (const at::Tensor &rows : scores.split(scores.is_cuda() ? scores.size(0) : slice))
        parts.push_back(at::logsumexp(rows, {-1}).to(at::kDouble));
    return at::cat(parts);
}

/// [samples, subject tokens, width] doubles, drawn in C order.
at::Tensor drawnNoise(const TraceInput &input, std::int64_t width)
{
    const std::int64_t tokens = input.subjectEnd - input.subjectBegin;
    RandomState random(input.seed);
    std::vector<double> values = random.normals(static_cast<std::size_t>(input.samples * tokens * width));
    return at::tensor(values, at::kDouble).view({input.samples, tokens, width}) * input.sigma;
}

at::Tensor corruptedEmbeddings(const TraceInput &input, const at::Tensor &embeddings)
{
    const at::Tensor corrupted = embeddings.unsqueeze(0).repeat({input.samples, 1, 1});
    at::Tensor subject = corrupted.slice(1, input.subjectBegin, input.subjectEnd);
    const at::Tensor noise = drawnNoise(input, embeddings.size(1)).to(embeddings.device());
    subject.copy_(subject.to(at::kDouble) + noise);
    return corrupted;
}

/// Walks the corrupted runs up the layers and keeps what later copies borrow.
void recordCorrupted(const Model &model, TraceRuns &runs, Monitor &monitor)
{
    const ModelSpec &spec = model.spec();
    at::Tensor x = runs.corruptedInput;
    const std::int64_t samples = x.size(0);
    const std::int64_t length = x.size(1);
    const at::Tensor positions = at::arange(length, x.options().dtype(at::kLong)).repeat({samples});
    const auto texts = [&](const at::Tensor &rows) { return rows.unflatten(0, {samples, length}); };
    for (int index = 0; index < spec.layers; ++index) {
        monitor.step(index, spec.layers);
        const Layer layer = model.layer(index);
        Heads heads = project(spec, layer, runs.rotary, x.flatten(0, 1), positions);
        heads = {texts(heads.q), texts(heads.k), texts(heads.v)};
        const at::Tensor attn = texts(attentionOut(layer, attend(spec, index, heads, {}).flatten(0, 1)));
        const at::Tensor mid = afterAttention(spec, layer, x, attn);
        const at::Tensor inner = texts(mlp(spec, layer, mlpInput(spec, x, mid).flatten(0, 1)));
        runs.corrupted.push_back({x, heads, attn, inner});
        x = afterMlp(spec, layer, mid, inner);
    }
    runs.final = x;
}

void recordClean(const Model &model, TraceRuns &runs)
{
    runs.clean.resize(static_cast<std::size_t>(model.spec().layers));
    const Hook keep = [&runs](Point point, const at::Tensor &x) {
        TraceRuns::Clean &layer = runs.clean[static_cast<std::size_t>(point.layer)];
        at::Tensor &place = point.site == Site::Attn ? layer.attn : point.site == Site::Mlp ? layer.mlp : layer.state;
        place = x.squeeze(0);
        return x;
    };
    forward(model, runs.cleanInput, keep);
}

TraceText textOf(const TraceInput &input, const std::vector<std::int64_t> &ids, int tail)
{
    return {ids, {}, tail, input.isMasked() ? input.readAt : static_cast<int>(ids.size()) - tail};
}

} // namespace

std::vector<TraceText> traceTexts(const TraceInput &input)
{
    std::vector<TraceText> texts;
    for (std::size_t target = 0; target < input.targets.size(); ++target) {
        const std::vector<std::int64_t> &pieces = input.targets[target];
        std::vector<std::int64_t> ids = input.ids;
        ids.insert(ids.end(), pieces.begin(), pieces.end() - 1);
        auto same = std::find_if(texts.begin(), texts.end(), [&](const TraceText &text) { return text.ids == ids; });
        if (same == texts.end())
            same = texts.insert(texts.end(), textOf(input, ids, static_cast<int>(pieces.size())));
        same->targets.push_back(static_cast<int>(target));
    }
    return texts;
}

TraceRuns recordRuns(const Model &model, const TraceInput &input, const TraceText &text, Monitor &monitor)
{
    TraceRuns runs;
    runs.text = text;
    const at::Tensor embeddings = embedTokens(model, text.ids);
    runs.cleanInput = streamInput(model, embeddings).unsqueeze(0);
    runs.corruptedInput = streamInput(model, corruptedEmbeddings(input, embeddings));
    runs.rotary = model.rotary(text.length());
    recordClean(model, runs);
    const auto start = std::chrono::steady_clock::now();
    recordCorrupted(model, runs, monitor);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    runs.secondsPerRow = seconds.count() / (static_cast<double>(input.samples) * text.length() * model.spec().layers);
    runs.low = readOut(model, input, text, readRows(text, runs.final));
    return runs;
}

at::Tensor readRows(const TraceText &text, const at::Tensor &x)
{
    return x.narrow(1, text.firstRead, text.tail);
}

std::vector<std::vector<double>> readOut(const Model &model, const TraceInput &input, const TraceText &text,
                                         const at::Tensor &x)
{
    const std::int64_t rows = x.size(0);
    const std::int64_t chunk = std::max<std::int64_t>(1, logitsAtOnce / model.spec().vocabulary / text.tail);
    std::vector<std::vector<double>> result(text.targets.size());
    for (std::int64_t first = 0; first < rows; first += chunk) {
        const std::int64_t count = std::min(chunk, rows - first);
        const at::Tensor scores = logits(model, x.narrow(0, first, count).flatten(0, 1)).to(at::kFloat);
        const at::Tensor normaliser = normalisers(scores); // [count * tail]
        for (std::size_t i = 0; i < text.targets.size(); ++i) {
            const std::vector<std::int64_t> &pieces = input.targets[static_cast<std::size_t>(text.targets[i])];
            const at::Tensor ids = at::tensor(pieces, at::kLong).to(x.device()).repeat({count}).unsqueeze(1);
            const at::Tensor log = scores.gather(1, ids).squeeze(1).to(at::kDouble) - normaliser;
            const at::Tensor p = log.view({count, text.tail}).sum(1).exp().to(at::kCPU);
            result[i].insert(result[i].end(), p.data_ptr<double>(), p.data_ptr<double>() + count);
        }
    }
    return result;
}

} // namespace cw
