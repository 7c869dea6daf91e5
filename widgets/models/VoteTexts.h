// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Located.h"
#include "widgets/views/VoteBars.h"

namespace cw {

/// "Votes in gpt2", translated.
QString votesTitle(const Located &located);

/// A bar for each place; of rows and weights the ones with most votes.
VoteBars voteBarsOf(const Located &located);

} // namespace cw
