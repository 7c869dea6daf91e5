// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cw {

struct Edit;

/// Whether two edits may change a weight both: then the sum of both is not what each was made for alone. Exact for rows
/// and single weights; a change of a whole parameter overlaps every other of it.
bool overlap(const Edit &a, const Edit &b);

} // namespace cw
