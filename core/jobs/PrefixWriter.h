// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LoadedModel.h"

#include <QStringList>

namespace cw {

class Monitor;

/// Short texts that a causal model has written, of 8 to 11 tokens, each ending in ". ": what stands before a prompt so
/// that an edit meets its key behind other words, too (Meng et al. 2022 do so with 20). The same for the same seed.
QStringList writtenPrefixes(const LoadedModel &model, int count, std::uint32_t seed, Monitor &monitor);

} // namespace cw
