// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace cw {

/// Sentences of one kind that an edit of occupations should leave alone.
struct ScanSet {
    struct Sentence {
        QString text;
        QString own;   ///< the answer that belongs behind it, with its space; empty: the text itself is read
        QString other; ///< the one that does not; empty: there is none
    };

    QString key; ///< "definitional", "names", "they", "facts", "random"
    QVector<Sentence> sentences;
};

/// The sets in which an edit's side effects are looked for, always the same: the program's own sentences, or for a
/// model with a folds.json beside it, to which those mean nothing, sentences of its grammar in frames that no edit saw.
/// Random text of the grammar holds no pronoun of an occupation, which an edit means to change. Throws Error of kind
/// File or Format where a file is missing or damaged.
QVector<ScanSet> scanTexts(const QString &modelFolder);

} // namespace cw
