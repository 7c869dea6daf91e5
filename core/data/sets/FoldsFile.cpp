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
    for (const QJsonValue word : value.toArray())
        words << word.toString();
    return words;
}

/// A prompt with {} in place of its occupation, whose place is a half-open range of code points.
QString frameOf(const QJsonValue &prompt, const QString &path)
{
    const QList<uint> text = prompt[QLatin1String("text")].toString().toUcs4();
    const int begin = prompt[QLatin1String("subject")][0].toInt(-1);
    const int end = prompt[QLatin1String("subject")][1].toInt(-1);
    if (begin < 0 || end <= begin || end > text.size())
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1: the prompt \"%2\" has no place for its occupation."),
                    {path.toStdString(), prompt[QLatin1String("text")].toString().toStdString()});
    const auto part = [&text](qsizetype from, qsizetype to) {
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(text.constData()) + from, to - from);
    };
    return part(0, begin) + u"{}" + part(end, text.size());
}

QStringList framesOf(const QJsonValue &prompts, const QString &path)
{
    QStringList frames;
    for (const QJsonValue prompt : prompts.toArray())
        frames << frameOf(prompt, path);
    frames.removeDuplicates();
    return frames;
}

std::vector<FoldsFile::Prompt> promptsOf(const QJsonValue &prompts)
{
    std::vector<FoldsFile::Prompt> all;
    for (const QJsonValue prompt : prompts.toArray())
        all.push_back({prompt[QLatin1String("text")].toString(), prompt[QLatin1String("occupation")].toString(),
                       prompt[QLatin1String("pieces")] == QLatin1String("unseen")});
    return all;
}

} // namespace

FoldsFile FoldsFile::read(const QString &path)
{
    const QJsonObject object = parseJsonObject(readSmallFile(path), path);
    const QStringList heldOut = listOf(object, "occupations", "held_out", path);
    const QStringList unseen = listOf(object, "frames", "unseen", path);
    return {listOf(object, "occupations", "edited", path),
            {heldOut.begin(), heldOut.end()},
            {unseen.begin(), unseen.end()},
            framesOf(object[QLatin1String("prompts")][QLatin1String("locating")], path),
            promptsOf(object[QLatin1String("prompts")][QLatin1String("reporting")])};
}

} // namespace cw
