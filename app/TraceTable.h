// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

struct TraceProgress;

/// A trace for people to read in a terminal: the clean and corrupted probabilities, then per kind the effects, a row
/// for each token. Of more than sixteen layers only the largest effect of each token is shown.
QString traceTable(const TraceProgress &trace, double seconds);

} // namespace cw
