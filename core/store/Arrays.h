// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Records.h"

#include <QVector>

namespace cw {

/// The whole array from its chunks, later ones over earlier ones; NaN where none lies. Throws Error of kind Storage
/// when the array is larger than any run can make.
std::vector<float> assembled(const ArrayRecord &array, const QVector<ArrayChunk> &chunks);

} // namespace cw
