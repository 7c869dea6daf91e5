// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/Chart.h"
#include "widgets/views/Picture.h"

namespace cw {

/// Charts of the same lines beside each other on white, with one legend below. caption stands above and may be empty.
Picture chartPicture(std::vector<LineChart> charts, const QString &caption);

} // namespace cw
