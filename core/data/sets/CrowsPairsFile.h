// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace cw {

/// Two sentences of CrowS-Pairs that differ in who they speak of (Nangia et al. 2020).
struct CrowsPair {
    QString id;   ///< the file's first column
    QString more; ///< the more stereotypical one
    QString less;
    bool isStereo = true; ///< more shows a stereotype; else less goes against one
};

/// The pairs on gender of crows_pairs_anonymized.csv. Throws Error as readTable() does, and of kind Format naming file
/// and line for an empty sentence, a direction that is neither stereo nor antistereo, or an id that comes twice.
std::vector<CrowsPair> readCrowsPairs(const QString &path);

} // namespace cw
