// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/TargetPromptOf.h"

#include "core/checkpoint/PromptTokens.h"

namespace cw {

TargetPrompt targetPromptOf(const Tokenizer &tokenizer, const QString &text, double shareB, const QStringList &answers)
{
    TargetPrompt prompt;
    prompt.ids = promptTokens(tokenizer, text).ids;
    prompt.a = targetIds(tokenizer, text, prompt.ids, answers[0]).ids.front();
    prompt.b = targetIds(tokenizer, text, prompt.ids, answers[1]).ids.front();
    prompt.shareA = 1 - shareB;
    prompt.shareB = shareB;
    return prompt;
}

} // namespace cw
