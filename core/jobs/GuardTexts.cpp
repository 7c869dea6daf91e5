// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/GuardTexts.h"

#include "core/analysis/TargetScores.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/data/DataFolder.h"
#include "core/data/sets/TextLines.h"
#include "core/engine/PartMonitor.h"
#include "core/engine/ReadTexts.h"
#include "core/jobs/DefinitionPrompts.h"
#include "core/jobs/IntendedTokens.h"
#include "core/jobs/KeptTexts.h"
#include "core/measures/Numbering.h"

#include <algorithm>

namespace cw {
namespace {

constexpr int ofGrammar = 6000;            ///< tokens: its texts are short, and the interval is over texts
constexpr std::size_t ofText = 1200;       ///< tokens: models of a usual size take seconds for these
constexpr std::uint32_t apart = 1'000'003; ///< from the seed of the text that an edit keeps

/// From the end, as an edit that keeps a text keeps its beginning.
std::vector<Query> endOfText(const Tokenizer &tokenizer, std::size_t context, const QString &data)
{
    const QStringList lines = readTextLines(DataFolder(data).plainText());
    std::vector<Query> queries;
    std::size_t tokens = 0;
    for (auto line = lines.rbegin(); line != lines.rend() && tokens < ofText; ++line) {
        queries.push_back(tokensOutside(tokenizer.encode(*line), {}, context));
        tokens += queries.back().ids.size();
    }
    return queries;
}

std::vector<double> gapsOf(const Model &model, const TargetPrompts &prompts, Monitor &monitor)
{
    std::vector<double> gaps;
    if (prompts.empty())
        return gaps;
    for (const TargetScore &score : targetScores(model, prompts, monitor))
        gaps.push_back(score.a - score.b);
    return gaps;
}

} // namespace

GuardTexts::GuardTexts(const LoadedModel &base, const QString &data, std::uint32_t seed, Monitor &monitor)
{
    const Tokenizer &tokenizer = *base.checkpoint->tokenizer();
    const auto context = static_cast<std::size_t>(base.checkpoint->spec().context);
    m_text = isDemo(base) ? keptTexts(base, {{}, data, ofGrammar, seed + apart}, monitor)
                          : endOfText(tokenizer, context, data);
    m_text.erase(std::remove_if(m_text.begin(), m_text.end(), [](const Query &text) { return text.reads.empty(); }),
                 m_text.end());
    const auto definitions = DefinitionPrompts::of(base, DefinitionPrompts::Templates::Unseen, seed);
    m_definitions = definitions.prompts;
    m_words = {numbered(definitions.words)};
    for (const double gap : gapsOf(*base.model, m_definitions, monitor))
        m_signs.push_back(gap < 0 ? -1 : 1);
}

GuardItems GuardTexts::read(const Model &model, Monitor &monitor) const
{
    GuardItems items;
    std::vector<float> losses, tokens;
    std::vector<int> texts;
    PartMonitor first(monitor, 0, 2);
    for (const Readings &readings : readTexts(model, m_text, {}, first)) {
        double loss = 0;
        for (const Reading &reading : readings)
            loss -= reading.logProbability;
        losses.push_back(static_cast<float>(loss));
        tokens.push_back(static_cast<float>(readings.size()));
        texts.push_back(static_cast<int>(texts.size()));
    }
    items.text = {{losses, tokens}, {}, {texts}};
    PartMonitor second(monitor, 1, 2);
    const std::vector<double> gaps = gapsOf(model, m_definitions, second);
    std::vector<float> definitions;
    for (std::size_t i = 0; i < gaps.size(); ++i)
        definitions.push_back(static_cast<float>(m_signs[i] * gaps[i]));
    items.definitions = {{definitions}, {}, m_words};
    return items;
}

} // namespace cw
