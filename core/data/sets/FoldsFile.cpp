// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/FoldsFile.h"

#include "core/checkpoint/JsonFile.h"
#include "core/engine/Error.h"

#include <QJsonArray>

namespace cw {
namespace {

QStringList listOf(const QJsonObject &object, const char *group, const char *list, const QString &path)
{
    const QJsonValue value = object[QLatin1String(group)][QLatin1String(list)];
    if (!value.isArray())
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 has no list %2.%3."),
                    {path.toStdString(), group, list});
    QStringList words;
    for (const QJsonValue &word : value.toArray())
        words << word.toString();
    return words;
}

} // namespace

FoldsFile FoldsFile::read(const QString &path)
{
    const QJsonObject object = parseJsonObject(readSmallFile(path), path);
    const QStringList heldOut = listOf(object, "occupations", "held_out", path);
    const QStringList unseen = listOf(object, "frames", "unseen", path);
    return {listOf(object, "occupations", "edited", path),
            {heldOut.begin(), heldOut.end()},
            {unseen.begin(), unseen.end()}};
}

} // namespace cw
