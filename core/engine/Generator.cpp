// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Generator.h"

#include "core/engine/Error.h"
#include "core/engine/FreeMemory.h"

#include <ATen/ATen.h>
#include <algorithm>

namespace cw {
namespace {

/// Bytes that the keys and values of samples written together may take beside those of the prompt.
constexpr std::int64_t cacheBytes = std::int64_t{1} << 30;

std::vector<float> numbersOf(const at::Tensor &row)
{
    return {row.data_ptr<float>(), row.data_ptr<float>() + row.numel()};
}

std::shared_ptr<const Model> causal(std::shared_ptr<const Model> model)
{
    if (model->spec().masked)
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "This is a masked model (%1): it fills in masks and cannot go on with a "
                                               "text; open a causal model."),
                    {model->spec().family});
    return model;
}

} // namespace

Generator::Generator(std::shared_ptr<const Model> model, const std::vector<std::int64_t> &text, Monitor &monitor)
    : m_walk(causal(std::move(model))), m_promptLogits(m_walk.readPrompt(text, monitor))
{
}

void Generator::start(int samples, const Sampling &sampling)
{
    m_samplers.clear();
    m_live.clear();
    for (int sample = 0; sample < samples; ++sample) {
        Sampling own = sampling;
        own.seed += static_cast<std::uint32_t>(sample);
        m_samplers.emplace_back(own);
        m_live.push_back(sample);
    }
    m_drawn.clear();
    m_walk.startRows(samples);
}

std::vector<Generator::Token> Generator::next(Monitor &monitor)
{
    if (m_live.empty() || (!m_drawn.empty() && !m_walk.canRead()))
        return {};
    const at::Tensor scores = (m_drawn.empty() ? m_promptLogits : readDrawn(monitor)).to(at::kCPU, at::kFloat);
    const at::Tensor rows = scores.contiguous(); // [1 or samples, vocabulary]
    std::vector<Token> tokens;
    for (std::size_t row = 0; row < m_live.size(); ++row) {
        const int sample = m_live[row];
        const at::Tensor mine = rows[m_drawn.empty() ? 0 : static_cast<std::int64_t>(row)];
        tokens.push_back({sample, m_samplers[static_cast<std::size_t>(sample)].choose(numbersOf(mine))});
    }
    m_drawn = tokens;
    return tokens;
}

/// Reads the drawn tokens of the samples that go on: logits [samples, vocabulary].
at::Tensor Generator::readDrawn(Monitor &monitor)
{
    std::vector<std::int64_t> rows;
    std::vector<std::int64_t> ids;
    for (std::size_t row = 0; row < m_drawn.size(); ++row) {
        if (std::find(m_live.begin(), m_live.end(), m_drawn[row].sample) == m_live.end())
            continue;
        rows.push_back(static_cast<std::int64_t>(row));
        ids.push_back(m_drawn[row].id);
    }
    if (rows.size() < m_drawn.size())
        m_walk.keepRows(rows);
    return m_walk.read(ids, monitor);
}

void Generator::end(int sample)
{
    m_live.erase(std::remove(m_live.begin(), m_live.end(), sample), m_live.end());
}

int samplesAtOnce(const Model &model, std::int64_t tokens, int samples)
{
    const ModelSpec &spec = model.spec();
    const std::int64_t numbers = std::int64_t{2} * spec.layers * spec.kvHeads * spec.headWidth;
    const auto bytes = static_cast<std::int64_t>(c10::elementSize(model.placement().type)) * numbers;
    const std::int64_t room = std::min(cacheBytes, freeMemoryOf(model.placement().device) / 4);
    return static_cast<int>(
        std::clamp<std::int64_t>(room / (bytes * std::min<std::int64_t>(tokens, spec.context)), 1, samples));
}

} // namespace cw
