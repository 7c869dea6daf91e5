// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditLedger.h"
#include "core/jobs/LoadedModel.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

namespace cw {

struct Edit;
struct Recipe;

/// An edit that a job has made, and what it does to the model it was made for.
struct MadeEdit {
    std::shared_ptr<const Edit> edit; ///< null where it is several together
    QString title;
    QJsonObject recipe; ///< {"job": ..., "settings": {...}}: what makes it again
    QJsonObject paths;  ///< of files and folders that the recipe names, on this machine
    LoadedModel base;
    std::shared_ptr<const Model> model; ///< base with the edit at strength 1
    QString baseHash;                   ///< before and after, as Checkpoint::hash() gives it
    QString hash;
    EditLedger ledger;
    QJsonObject facts; ///< what its method found on the way
};

void setRecipe(MadeEdit &made, const Recipe &recipe);

/// What a project keeps with an edit: all facts of its method, "ledger", "baseHash" and "hash", all at strength 1, and
/// "paths", which go no further.
QJsonObject keptFacts(const MadeEdit &made);

/// What its maker should know before anything else, as a sentence: that no weight came out different and why, or that
/// the training diverged and what is kept of it. Empty where it is what was asked for.
QString warningOf(const MadeEdit &made);

/// The ledger as JSON, what toJson() wrote, and as lines for people: a table, whose first row is its heading, with a
/// sentence below it.
QJsonObject toJson(const EditLedger &ledger);
EditLedger ledgerFrom(const QJsonObject &object);
QString describe(const EditLedger &ledger);
QVector<QStringList> ledgerTable(const EditLedger &ledger);
QString ledgerSentence(const EditLedger &ledger);

} // namespace cw

Q_DECLARE_METATYPE(cw::MadeEdit)
