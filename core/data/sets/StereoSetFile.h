// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <vector>

namespace cw {

/// A context of StereoSet with three words for its blank (Nadeem et al. 2021).
struct StereoSetItem {
    enum Label { Stereotype, AntiStereotype, Unrelated };

    QString id;
    QString term;
    QString context; ///< with the word BLANK
    std::array<QString, 3> sentences;
    std::array<QString, 3> ids;     ///< of the sentences
    std::array<QString, 3> fillers; ///< what stands at the blank, without ASCII punctuation
};

/// The intrasentence items on gender of the official dev.json. Throws Error as readText() does, and of kind Format
/// naming the file and the item for a field that is missing, an unknown label, a blank that is not filled, or an id
/// that comes twice.
std::vector<StereoSetItem> readStereoSet(const QString &path);

} // namespace cw
