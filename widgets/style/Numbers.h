// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

/// A probability with three significant digits: "0.412", "0.00315", "1.2e-06". Empty for NaN.
QString formatProbability(double value);

/// A signed effect, always with its sign: "+0.0132", "−0.25", "0". Empty for NaN.
QString formatEffect(double value);

/// An effect with its standard error where there is one: "+0.0132 ± 0.0021".
QString formatEffect(double value, double error);

/// A number of a measure, with as many digits as people compare: "12.40", "−0.0132", "103.5", "2.1e-05".
/// Empty for NaN.
QString formatNumber(double value);

/// An interval of such numbers: "0.0104 … 0.0160". Empty where an end is missing.
QString formatInterval(double low, double high);

/// A time for people: "0.4 s", "12 s", "3 min 20 s", "2 h 5 min".
QString formatDuration(double seconds);

/// A count with a unit step: "812", "2.1 K", "124 M", "7.2 G".
QString formatCount(double count);

/// A round number that is at least value and not much above it: ends of colour scales.
double roundUp(double value);

} // namespace cw
