// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/JsonFile.h"

#include "core/checkpoint/FolderFile.h"
#include "core/engine/Error.h"

#include <QFile>
#include <QJsonDocument>

namespace cw {

QByteArray readSmallFile(const QString &path, qint64 limit)
{
    requireRegularFile(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be opened: %2."),
                    {path.toStdString(), file.errorString().toStdString()});
    if (file.size() > limit)
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 is larger than such a file can be (%2 bytes)."),
                    {path.toStdString(), std::to_string(file.size())});
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be read: %2."),
                    {path.toStdString(), file.errorString().toStdString()});
    return bytes;
}

QJsonObject parseJsonObject(const QByteArray &bytes, const QString &path)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError)
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 is not valid JSON: %2 at byte %3."),
                    {path.toStdString(), fault.errorString().toStdString(), std::to_string(fault.offset)});
    if (!document.isObject())
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 must hold a JSON object."),
                    {path.toStdString()});
    return document.object();
}

} // namespace cw
