// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ProbeGradients.h"

#include "core/analysis/ProbeSlopes.h"
#include "core/engine/Edit.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/engine/PackRanges.h"
#include "core/engine/ParameterRows.h"
#include "core/engine/PartMonitor.h"

#include <ATen/ATen.h>
#include <algorithm>

namespace cw {
namespace {

/// So many tokens at a time: enough for full speed, and few enough that a part is soon done again.
constexpr std::int64_t rowsOfPart = 256;

/// Numbers that one row leaves behind in a layer.
std::int64_t numbersPerRow(const ModelSpec &spec, std::int64_t passes)
{
    const std::int64_t queries = std::int64_t{spec.heads} * spec.headWidth;
    const std::int64_t keys = std::int64_t{spec.kvHeads} * spec.headWidth;
    const std::int64_t read = 4 * std::int64_t{spec.width} + queries + spec.hidden;
    const std::int64_t written =
        queries + 2 * keys + 4 * std::int64_t{spec.width} + (spec.gatedMlp ? 2 : 1) * std::int64_t{spec.hidden};
    return read + passes * written;
}

} // namespace

struct ProbeGradients::Part {
    std::vector<ProbeText> texts;
    std::int64_t rows = 0;
    ProbePass pass; ///< once it is made
};

ProbeGradients::ProbeGradients(std::shared_ptr<const Model> model, const std::vector<Query> &queries)
    : m_model(std::move(model)), m_queries(queries)
{
    std::vector<ProbeText> texts = probeTexts(m_queries);
    // A text is gone back through once for each of its queries, together with others of as many; lengths that stand
    // side by side are attended together.
    std::stable_sort(texts.begin(), texts.end(), [](const ProbeText &a, const ProbeText &b) {
        return std::make_pair(a.queries.size(), a.ids.size()) < std::make_pair(b.queries.size(), b.ids.size());
    });
    TextPack::Texts all;
    for (const ProbeText &text : texts) {
        checkText(m_model->spec(), text.ids);
        all.push_back(&text.ids);
    }
    for (const PackRange &range : packRanges(m_model->spec(), all)) {
        bool opens = true;
        for (std::size_t i = range.begin; i < range.end; ++i) {
            const auto rows = static_cast<std::int64_t>(texts[i].ids.size());
            opens = opens || m_parts.back().rows + rows > rowsOfPart ||
                    m_parts.back().texts.back().queries.size() != texts[i].queries.size();
            if (opens)
                m_parts.emplace_back();
            m_parts.back().texts.push_back(texts[i]);
            m_parts.back().rows += rows;
            opens = false;
        }
    }
}

ProbeGradients::~ProbeGradients() = default;

void ProbeGradients::prepare(Monitor &monitor)
{
    constexpr std::int64_t steps = 1000;
    const auto total = steps * static_cast<std::int64_t>(m_parts.size());
    for (; m_done < m_parts.size(); ++m_done) {
        PartMonitor part(monitor, steps * static_cast<std::int64_t>(m_done), steps, total);
        m_parts[m_done].pass = probePass(*m_model, m_parts[m_done].texts, m_queries, part);
    }
}

bool ProbeGradients::isReady() const
{
    return m_done == m_parts.size();
}

ProbeGradients::Slopes ProbeGradients::slopes(const Edit &edit, Monitor &monitor) const
{
    Slopes slopes{std::vector<double>(m_queries.size()), {}};
    std::int64_t done = 0;
    for (const Delta &delta : edit.deltas) {
        const ParameterView view = parameterView(*m_model, delta.parameter);
        check(delta, view);
        bool isKnown = false;
        for (const Part &part : m_parts) {
            monitor.step(done++, static_cast<std::int64_t>(edit.deltas.size() * m_parts.size()));
            const std::vector<at::Tensor> found = probeSlopes(*m_model, part.pass, delta, view);
            for (std::size_t pass = 0; pass < found.size(); ++pass)
                for (std::size_t text = 0; text < part.texts.size(); ++text)
                    slopes.scores[part.texts[text].queries[pass]] += found[pass].data_ptr<double>()[text];
            isKnown = isKnown || !found.empty();
        }
        if (!isKnown)
            slopes.without.push_back(delta.parameter);
    }
    return slopes;
}

std::int64_t ProbeGradients::bytes() const
{
    std::int64_t sum = 0;
    for (const Part &part : m_parts)
        sum += part.pass.bytes();
    return sum;
}

std::int64_t ProbeGradients::forecast() const
{
    const ModelSpec &spec = m_model->spec();
    const auto size = static_cast<std::int64_t>(c10::elementSize(m_model->placement().type));
    std::int64_t sum = 0;
    std::int64_t most = 0;
    for (const Part &part : m_parts) {
        const std::int64_t kept =
            part.rows * spec.layers * numbersPerRow(spec, static_cast<std::int64_t>(part.texts.front().queries.size()));
        sum += kept;
        most = std::max(most, kept);
    }
    return size * (sum + 2 * most); // the pass forward keeps about as much again, and works on it
}

} // namespace cw
