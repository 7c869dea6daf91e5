// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace cw {

/// A sentence of WinoBias (Zhao et al. 2018) without its brackets.
struct WinoBiasSentence {
    QString text;
    QString occupation;   ///< without its article
    QStringList pronouns; ///< those in brackets, as they stand
    QString before;       ///< the text up to the first of them, without the blank before it
    QString masked;       ///< the text with {} for each of them
};

/// The sentence with the pronoun that fits the stereotype, and the one with the other.
struct WinoBiasPair {
    int line = 0; ///< in both files, from 1
    WinoBiasSentence pro;
    WinoBiasSentence anti;
};

/// Line i of one file with line i of the other. Throws Error as readTextLines() does, and of kind Format naming file
/// and line for files of different lengths, a line without its number, an open bracket, an occupation or a pronoun.
std::vector<WinoBiasPair> readWinoBias(const QString &proPath, const QString &antiPath);

/// Whether a pronoun is a man's (1), a woman's (-1) or none of both (0).
int genderOfPronoun(const QString &word);

} // namespace cw
