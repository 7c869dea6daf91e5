// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/HubFile.h"

#include <QDir>
#include <QJsonObject>
#include <QLockFile>
#include <QVector>
#include <memory>

namespace cw {

class HubModel;

/// The folder TARGET.part in which a download grows, with a note of what its files are, so that a stopped download goes
/// on. It takes its target's name when every file is there and verified.
class UnfinishedFolder {
public:
    /// Makes the folder or goes on with it. Throws Error of kind Input when another model is in it, or another download
    /// writes into it now; of kind File when it cannot be made.
    UnfinishedFolder(const QString &target, const HubModel &model);

    QString path() const { return m_folder.path(); }
    QString file(const HubFile &file) const { return m_folder.filePath(file.name); }
    QString part(const HubFile &file) const { return m_folder.filePath(file.name + QStringLiteral(".part")); }

    /// It is there and was verified, and the hub still has the same content.
    bool has(const HubFile &file) const;
    bool hasBegun(const HubFile &file) const { return !entry(file).isEmpty(); }
    /// The ETag of the content that the part is of, where that is known.
    QByteArray etag(const HubFile &file) const;
    /// The part is of this content; what another content has left is removed.
    void begin(const HubFile &file, const QByteArray &etag);
    /// The part is whole and verified: it becomes the file.
    void finish(const HubFile &file);
    void remove(const HubFile &file);
    /// Removes what does not belong to these files, and renames the folder.
    void moveToTarget(const QVector<HubFile> &files);

private:
    void readNote(const HubModel &model);
    void writeNote() const;
    QJsonObject entry(const HubFile &file) const;

    const QString m_target;
    const QDir m_folder;
    QJsonObject m_note;
    std::unique_ptr<QLockFile> m_lock;
};

/// Whether the folder holds nothing at all, or is not there.
bool isFree(const QString &folder);

} // namespace cw
