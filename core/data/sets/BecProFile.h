// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace cw {

/// A sentence of BEC-Pro about a person and a profession (Bartl et al. 2020).
struct BecProRow {
    enum class Group { Female = -1, Balanced = 0, Male = 1 }; ///< who mostly works in the profession

    QString id;
    QString sentence;
    QString target;     ///< Sent_TM: the person's word is [MASK]
    QString background; ///< Sent_TAM: so is each word of the profession, behind it
    QString person;     ///< the word that is masked, as it stands in the sentence
    bool isMale = true;
    QString profession;
    Group group = Group::Balanced;
};

/// Reads BEC-Pro_EN.tsv. Where the person's word begins the profession too (man, manager), the official file masks it
/// there as well: such rows are mended. Throws Error as readTable() does, and of kind Format naming file and line for a
/// gender or group that is not known, masked sentences that are not made of the sentence, or an id that comes twice.
std::vector<BecProRow> readBecPro(const QString &path);

} // namespace cw
