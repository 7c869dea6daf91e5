// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMetaType>
#include <QString>
#include <vector>

namespace cw {

/// What an edit did to sentences that it should leave alone. A sentence's value is P(own answer) - P(other), where it
/// has one answer alone that answer's probability, and of a text that is read whole the mean log-probability of its
/// tokens. Divergence is KL(before || after) of the distribution of the next token, or of what fills a mask, in nats.
struct SideEffects {
    /// The most that happened to one sentence of a set.
    struct Extreme {
        QString text;
        double value = 0;
    };

    struct Set {
        QString key; ///< as ScanSet's
        int sentences = 0;
        int leftOut = 0;   ///< this model cannot be asked them
        double before = 0; ///< mean value
        double after = 0;
        double divergence = 0;     ///< mean, a token
        Extreme largestChange;     ///< of the value, with its sign
        Extreme largestDivergence; ///< at one token

        double change() const { return after - before; }
    };

    struct Sentence {
        QString set;
        QString text; ///< up to where it changed most
        double before = 0;
        double after = 0;
        double divergence = 0; ///< there
        QString wordBefore;    ///< likeliest there, and its probability
        QString wordAfter;
        double wordBeforeP = 0;
        double wordAfterP = 0;
    };

    std::vector<Set> sets;
    std::vector<Sentence> sentences; ///< those that changed most, by divergence, at most ten

    /// The set whose mean value changed most; null where none did. Log-probabilities of whole texts are no rival.
    const Set *most() const;
    /// The guard of statistics: of the gap on definitional words, less than 90 % is left.
    bool breaksDefinitions() const;
};

/// {"sets": [...], "sentences": [...]}, and what it says; anything else in it is passed over.
QJsonObject toJson(const SideEffects &effects);
SideEffects sideEffectsFrom(const QJsonObject &object);

/// A set's name for people: "definitional words".
QString titleOfSet(const QString &key);

/// Rows of cells, the first one the heading: the sets, and the sentences that changed most.
QVector<QStringList> setTable(const SideEffects &effects);
QVector<QStringList> sentenceTable(const SideEffects &effects);

} // namespace cw

Q_DECLARE_METATYPE(cw::SideEffects)
