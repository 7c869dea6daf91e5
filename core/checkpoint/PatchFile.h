// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Edit.h"

#include <QJsonObject>
#include <QString>

namespace cw {

/// An edit as it is taken away: one safetensors file with what changes, which model it was made for, and how.
struct Patch {
    std::shared_ptr<const Edit> edit;
    QString title;
    QString baseHash;   ///< of the model it was made for, as Checkpoint::hash() gives it
    QString baseName;   ///< of its folder, for people
    QJsonObject recipe; ///< the command's settings; of merged edits an array "edits" of theirs
    QString version;    ///< of the program that wrote it
};

/// Throws Error of kind File when path cannot be written; nothing half is left behind.
void writePatch(const QString &path, const Patch &patch);
/// What writePatch() would write.
QByteArray patchBytes(const Patch &patch);

/// Throws Error naming path: File when it cannot be read, Format where it is damaged or no patch, Unsupported where it
/// is of a newer version. Whether it fits a model is seen when it is applied.
Patch readPatch(const QString &path);
/// The same of bytes in memory; name stands for a path in messages.
Patch readPatch(const QByteArray &bytes, const QString &name);

/// Throws Error where a patch cannot be written to path: as requireWritable() does, where the name is none of a
/// safetensors file, and where something else than a patch lies there.
void requirePatchPlace(const QString &path);

/// Throws Error of kind Input where the patch was made for a model of another hash.
void requireBase(const Patch &patch, const QString &path, const QString &hash);

} // namespace cw
