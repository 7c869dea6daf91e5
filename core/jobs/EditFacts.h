// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditLedger.h"
#include "core/measures/SideEffects.h"

#include <QStringList>
#include <QVector>
#include <optional>

namespace cw {

/// A control of an edit, as it is kept with the edit: PlaceboBand with its numbers worked out.
struct KeptPlacebo {
    QString kind;  ///< "content", "moved" ...
    QString score; ///< what is compared; less is better
    double before = 0;
    double edited = 0;
    double low = 0; ///< the band in which 90 % of the draws lie; as all of these, NaN: unknown
    double high = 0;
    double p = 1;
    std::vector<double> draws;
    QStringList places;        ///< of the draws, where that is known
    int broken = 0;            ///< draws that break a guard
    int undecided = 0;         ///< draws of which that cannot be told
    bool isEditCounted = true; ///< the edit itself holds every guard
    bool isTooFew = false;     ///< draws, to reach 5 %
};

/// What is known of an edit that was made.
struct EditFacts {
    std::optional<EditLedger> ledger; ///< all at strength 1
    QString baseHash;                 ///< of the checkpoint, and with this edit and those below it
    QString hash;
    QVector<KeptPlacebo> placebos;
    std::optional<SideEffects> sideEffects;
    QJsonObject method; ///< all else: what its method found

    /// Of the score that the edit is made for, which is the first of each kind, the control with the largest p: it says
    /// how sure the edit is. Null where none was drawn.
    const KeptPlacebo *worstPlacebo() const;
    /// "p = 0.05; definitional words -0.02", or "no placebo" where none was drawn; all of them at strength 1, which is
    /// said where the edit has another one.
    QString brief(double alpha = 1) const;
};

/// The names under which a project keeps them.
constexpr QLatin1String placeboFact("placebo");
constexpr QLatin1String sideEffectsFact("sideEffects");
/// Of a patch on another model than it was made for: that model's "name" and "hash".
constexpr QLatin1String madeForFact("madeFor");
constexpr QLatin1String pathsFact("paths");

/// Reads what keptFacts() wrote and what was added since. What is missing is left out, what is no number is 0.
EditFacts editFactsFrom(const QJsonObject &facts);

/// A row for each number and word that a method found, also of an object in it, whose name stands before theirs.
QVector<QStringList> methodRows(const QJsonObject &found);

} // namespace cw
