// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Query.h"

#include <cstddef>

namespace cw {

/// A text of a probe set, and all queries that read it: a prompt's two targets mostly ask the same text.
struct ProbeText {
    std::vector<std::int64_t> ids;
    std::vector<std::size_t> queries; ///< numbers of those that were given
};

/// The texts of some queries, each once, in the order of their first query.
std::vector<ProbeText> probeTexts(const std::vector<Query> &queries);

} // namespace cw
