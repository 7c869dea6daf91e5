// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ModuleZeroing.h"

namespace cw {

/// The two modules of a sub-layer that come out together when one after the other is silenced: attn.out and what goes
/// into it, or mlp.out and what goes into it (Qin et al. 2024, figure 5). Rows are located in the second.
struct CoupledModules {
    std::string first;
    std::string second;
};

/// Those of the sub-layer of the module with the largest mean: its own output, and of its other modules the one with
/// the largest mean. Throws Error of kind Input where there is no score.
CoupledModules coupledModules(const std::vector<ModuleScore> &scores);

} // namespace cw
