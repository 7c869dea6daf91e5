// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

/// Where the cluster of characters that are seen as one, which begins at a position, ends (Unicode Annex 29, extended
/// clusters). Chains of emoji, pairs of flags and Indic conjuncts are cut: they are too long for what it is needed for.
qsizetype clusterEnd(QStringView text, qsizetype at);

} // namespace cw
