// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/Picture.h"
#include "widgets/views/VoteBars.h"

namespace cw {

/// A histogram of votes on white. caption stands above.
Picture voteBarsPicture(const VoteBars &chart, const QString &caption);

} // namespace cw
