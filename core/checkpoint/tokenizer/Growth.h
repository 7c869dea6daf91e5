// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace cw {

// No real tokenizer makes a text much longer than it was. A damaged or hostile one could do so without end.

/// Throws Error of kind Format where a single step would make a text of `before` units longer than one may.
void requireGrowth(qsizetype before, qsizetype after);
/// The same for all steps together.
void requireTotalGrowth(qsizetype before, qsizetype after);

} // namespace cw
