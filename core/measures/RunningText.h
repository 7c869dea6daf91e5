// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Asker.h"

namespace cw {

class Draws;

/// Reads every token of a text behind the begin token, where the model has one, and the tokens before it; of a long
/// text the first, at most so many tokens and no more than the context.
Query everyToken(const Asker &asker, const QString &text, std::size_t most);

/// Reads some of a text's own tokens, drawn (15 %, as Devlin et al. 2019 trained BERT), where they are masked together.
Query maskedTogether(const Encoding &text, std::int64_t mask, Draws &draws);

} // namespace cw
