// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/UnfinishedFolder.h"

#include "core/data/WholeFile.h"
#include "core/engine/Error.h"
#include "core/hub/HubModel.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>

namespace cw {
namespace {

const QString noteName = QStringLiteral(".counterweight-get.json");
const QString lockName = QStringLiteral(".counterweight-get.lock");
const QString filesKey = QStringLiteral("files");
const QString checksumKey = QStringLiteral("checksum");
const QString etagKey = QStringLiteral("etag");
const QString verifiedKey = QStringLiteral("verified");

[[noreturn]] void throwCannotWrite(const QString &path, const char *why)
{
    throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2."), {path.toStdString(), why});
}

void removeFile(const QString &path)
{
    QFile file(path);
    if (file.exists() && !file.remove())
        throwCannotWrite(path, file.errorString().toUtf8().constData());
}

} // namespace

UnfinishedFolder::UnfinishedFolder(const QString &target, const HubModel &model)
    : m_target(target), m_folder(target + QStringLiteral(".part"))
{
    if (!QDir().mkpath(m_folder.path()) || !QFileInfo(m_folder.path()).isWritable())
        throwCannotWrite(m_folder.path(), "no permission to write there");
    m_lock = std::make_unique<QLockFile>(m_folder.filePath(lockName));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "Another download into %1 is on its way: wait for it, or choose another "
                                               "folder."),
                    {m_target.toStdString()});
    readNote(model);
}

void UnfinishedFolder::readNote(const HubModel &model)
{
    const QString path = m_folder.filePath(noteName);
    QFile file(path);
    const bool isNew = !file.exists();
    if (!isNew && file.open(QIODevice::ReadOnly))
        m_note = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject own{{QStringLiteral("hub"), model.hub().toString()},
                          {QStringLiteral("repository"), model.repository()}};
    const bool isFresh = isNew && m_folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty();
    for (auto item = own.begin(); item != own.end(); ++item)
        if (!isFresh && m_note.value(item.key()) != item.value())
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "%1 holds something else than an unfinished download of %2: remove "
                                                   "it, or choose another folder."),
                        {m_folder.path().toStdString(), model.repository().toStdString()});
    if (isFresh)
        m_note = own;
    writeNote();
}

void UnfinishedFolder::writeNote() const
{
    writeWholeFile(m_folder.filePath(noteName), QJsonDocument(m_note).toJson());
}

QJsonObject UnfinishedFolder::entry(const HubFile &file) const
{
    const QJsonObject found = m_note[filesKey][file.name].toObject();
    return found[checksumKey].toString() == QLatin1String(file.checksum) ? found : QJsonObject();
}

bool UnfinishedFolder::has(const HubFile &file) const
{
    return entry(file)[verifiedKey].toBool() && QFileInfo(this->file(file)).size() == file.size;
}

QByteArray UnfinishedFolder::etag(const HubFile &file) const
{
    return entry(file)[etagKey].toString().toLatin1();
}

void UnfinishedFolder::begin(const HubFile &file, const QByteArray &etag)
{
    if (entry(file).isEmpty())
        removeFile(part(file));
    QJsonObject files = m_note[filesKey].toObject();
    files[file.name] = QJsonObject{{checksumKey, QLatin1String(file.checksum)}, {etagKey, QString::fromLatin1(etag)}};
    m_note[filesKey] = files;
    writeNote();
}

void UnfinishedFolder::finish(const HubFile &file)
{
    removeFile(this->file(file));
    if (!QFile::rename(part(file), this->file(file)))
        throwCannotWrite(this->file(file), "its part cannot be renamed");
    QJsonObject files = m_note[filesKey].toObject();
    QJsonObject own = entry(file);
    own[verifiedKey] = true;
    files[file.name] = own;
    m_note[filesKey] = files;
    writeNote();
}

void UnfinishedFolder::remove(const HubFile &file)
{
    removeFile(part(file));
}

void UnfinishedFolder::moveToTarget(const QVector<HubFile> &files)
{
    QSet<QString> wanted;
    for (const HubFile &file : files)
        wanted.insert(file.name);
    for (const QString &name : m_note[filesKey].toObject().keys()) {
        removeFile(m_folder.filePath(name + QStringLiteral(".part")));
        if (!wanted.contains(name))
            removeFile(m_folder.filePath(name));
    }
    if (QFileInfo::exists(m_target) && isFree(m_target))
        QDir().rmdir(m_target);
    m_lock->unlock();
    if (!QDir().rename(m_folder.path(), m_target))
        throwCannotWrite(m_target, "the finished folder cannot be renamed");
    removeFile(QDir(m_target).filePath(noteName));
}

bool isFree(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.exists())
        return !info.isSymLink();
    return info.isDir() &&
           QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot).isEmpty();
}

} // namespace cw
