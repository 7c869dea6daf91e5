// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/EditTarget.h"

namespace cw {

TargetFacts factsOf(const std::vector<EditTarget> &targets)
{
    TargetFacts facts;
    const auto count = static_cast<double>(targets.size());
    for (const EditTarget &target : targets) {
        facts.gapBefore += target.gapBefore / count;
        facts.gapAfter += target.gapAfter / count;
        facts.clamped += target.isClamped ? 1 : 0;
        facts.diverged += target.isDiverged ? 1 : 0;
    }
    return facts;
}

} // namespace cw
