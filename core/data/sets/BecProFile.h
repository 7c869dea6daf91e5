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

/// Reads BEC-Pro_EN.tsv. Throws Error as readTable() does, and of kind Format naming file and line for a gender or
/// group that is not known, sentences that do not differ in their masks, or an id that comes twice.
std::vector<BecProRow> readBecPro(const QString &path);

} // namespace cw
