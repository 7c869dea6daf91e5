// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/Heatmap.h"
#include "widgets/views/Picture.h"

namespace cw {

/// Maps of the same tokens beside each other on white, with token names at the left and a colour scale for each; every
/// cell is one rectangle, missing ones are hatched. caption stands above and may be empty.
Picture heatmapPicture(std::vector<Heatmap> maps, const QString &caption);

} // namespace cw
