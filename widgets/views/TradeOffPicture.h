// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/Picture.h"
#include "widgets/views/TradeOff.h"

namespace cw {

/// The marks on white. caption stands above.
Picture tradeOffPicture(const TradeOff &chart, const QString &caption);

} // namespace cw
