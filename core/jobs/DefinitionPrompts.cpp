// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/DefinitionPrompts.h"

#include "core/analysis/TargetScores.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/data/Resources.h"
#include "core/data/sets/TextLines.h"
#include "core/jobs/TargetPromptOf.h"
#include "core/measures/GapFolds.h"

namespace cw {
namespace {

constexpr int framesOfWord = 3;

} // namespace

DefinitionPrompts DefinitionPrompts::of(const LoadedModel &model, Templates templates, std::uint32_t seed)
{
    const Tokenizer &tokenizer = *model.checkpoint->tokenizer();
    const GapFolds folds = GapFolds::of(model.checkpoint->folder(), seed);
    DefinitionPrompts all;
    for (const QString &word : readTextLines(resource(QStringLiteral("definitional.txt")))) {
        int frames = 0;
        for (const GapFolds::Template &frame : folds.templates) {
            if (frame.isUnseen != (templates == Templates::Unseen) || frames == framesOfWord)
                continue;
            ++frames;
            TargetPrompt prompt = targetPromptOf(tokenizer, filled(frame.text, word), 0.5);
            if (prompt.a == prompt.b)
                continue;
            all.prompts.push_back(std::move(prompt));
            all.words << word;
        }
    }
    return all;
}

TargetPrompts DefinitionPrompts::asTheyAre(const Model &model, Monitor &monitor) const
{
    TargetPrompts kept;
    if (prompts.empty())
        return kept;
    const std::vector<TargetScore> scores = targetScores(model, prompts, monitor);
    for (std::size_t i = 0; i < prompts.size(); ++i) {
        if (!(scores[i].mass > 0))
            continue;
        kept.push_back(prompts[i]);
        kept.back().shareA = scores[i].a / scores[i].mass;
        kept.back().shareB = 1 - kept.back().shareA;
    }
    return kept;
}

} // namespace cw
