// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TargetPrompt.h"

#include <QStringList>

namespace cw {

class Tokenizer;

/// A prompt and its two answers, a and b, as a causal model reads them; shareB: what P(b) among both should be.
TargetPrompt targetPromptOf(const Tokenizer &tokenizer, const QString &text, double shareB,
                            const QStringList &answers = {QStringLiteral(" he"), QStringLiteral(" she")});

} // namespace cw
