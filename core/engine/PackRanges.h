// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ModelSpec.h"
#include "core/engine/TextPack.h"

namespace cw {

/// How much is computed together.
struct PackLimits {
    std::int64_t rows = 4096; ///< tokens; a longer text is a pack of its own
    std::int64_t texts = std::int64_t{1} << 40;
};

/// A range of texts that are computed together.
struct PackRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::int64_t longest = 0;
};

/// Cuts texts, in their order, into packs within limits; a text whose length changes its rotary angles stands alone.
std::vector<PackRange> packRanges(const ModelSpec &spec, const TextPack::Texts &texts, const PackLimits &limits = {});

/// The texts of one of them.
TextPack::Texts textsIn(const TextPack::Texts &texts, const PackRange &range);

} // namespace cw
