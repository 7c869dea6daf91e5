// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MadeEdit.h"

#include <QStringList>
#include <QVector>

namespace cw {

class Monitor;
struct Patch;

/// What a patch file says of itself.
struct PatchFacts {
    struct Change {
        QString parameter;
        QString form;             ///< "dense", "lowrank", "rows", "sparse"
        std::int64_t numbers = 0; ///< kept in the file
        double norm = 0;          ///< of the file's values; of a change of low rank that of the product
    };

    QString title;
    QString baseName;
    QString baseHash;
    QString version;
    QJsonObject recipe;
    QVector<Change> changes;

    QJsonObject json() const;
};

PatchFacts patchFacts(const QString &path);

/// The patch on a model. Throws Error of kind Input where it was made for another one and is not forced.
MadeEdit appliedPatch(const QString &path, const LoadedModel &base, double alpha, bool isForced, Monitor &monitor);
/// The same of one that was read, whatever it was made for; hash: of the base's checkpoint.
MadeEdit appliedPatch(const Patch &patch, const LoadedModel &base, const QString &hash, double alpha, Monitor &monitor);

/// Writes one patch that does what several do together, each with its alpha. Throws Error of kind Input where they were
/// made for different models.
void mergePatchFiles(const QStringList &paths, const QVector<double> &alphas, const QString &out,
                     const QString &version);

} // namespace cw
