// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <vector>

namespace cw {

/// A schema of Winogender (Rudinger et al. 2018): a sentence in three versions that differ in its pronoun.
struct WinogenderSchema {
    enum Gender { Male, Female, Neutral };

    QString id; ///< occupation.participant.answer
    QString occupation;
    QString participant;
    bool isOccupation = false; ///< the pronoun means the occupation, not the participant
    std::array<QString, 3> sentences;
    std::array<QString, 3> pronouns; ///< as they stand there
    std::array<QString, 3> masked;   ///< the sentences with {} for the pronoun
    double share = 0;                ///< of women in the occupation by the BLS, 0 to 1
};

/// Reads all_sentences.tsv and occupations-stats.tsv. Throws Error as readTable() does, and of kind Format naming file
/// and line for an id that is not made as the official ones are, a version that is missing or comes twice, an
/// occupation without a share, or versions that do not differ in one word.
std::vector<WinogenderSchema> readWinogender(const QString &sentences, const QString &occupations);

} // namespace cw
