// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Lsdm.h"

namespace cw {

/// C0 of some layers over the tokens of a corpus, some texts at a time. Throws Error as SecondMoment does.
Moments corpusMoments(const Model &model, const std::vector<int> &layers,
                      const std::vector<std::vector<std::int64_t>> &corpus, Monitor &monitor);

} // namespace cw
