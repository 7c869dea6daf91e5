// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/Tokenizer.h"
#include "core/engine/Query.h"

#include <cstddef>
#include <vector>

namespace cw {

struct DemoText;

/// Where a text of the demo grammar shows an occupation's gender: what an edit of occupations is meant to change, and
/// what neither its training nor a guard may hold against it.
std::vector<Span> intendedSpans(const DemoText &text);

/// Reads every token behind the first that lies outside some spans, of as many tokens as the context takes.
Query tokensOutside(const Encoding &encoding, const std::vector<Span> &spans, std::size_t context);

} // namespace cw
