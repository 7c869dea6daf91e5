// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/ProfessionsFile.h"

#include "core/checkpoint/JsonFile.h"
#include "core/engine/Error.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace cw {
namespace {

bool isRating(const QJsonValue &value)
{
    return value.isDouble() && value.toDouble() >= -1 && value.toDouble() <= 1;
}

} // namespace

std::vector<Profession> readProfessions(const QString &path)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(readSmallFile(path), &problem);
    if (!document.isArray())
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 is no JSON list of professions (%2, at byte %3)."),
                    {path.toStdString(), problem.errorString().toStdString(), std::to_string(problem.offset)});
    std::vector<Profession> professions;
    QSet<QString> names;
    for (const QJsonValue value : document.array()) {
        const QJsonArray entry = value.toArray();
        const QString name = entry.at(0).toString();
        if (entry.size() != 3 || name.isEmpty() || !isRating(entry.at(1)) || !isRating(entry.at(2)))
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "%1, entry %2: expected a name and two numbers from -1 to 1."),
                        {path.toStdString(), std::to_string(professions.size() + 1)});
        if (names.contains(name))
            throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 has the entry %2 twice."),
                        {path.toStdString(), name.toStdString()});
        names.insert(name);
        professions.push_back({name, entry.at(1).toDouble(), entry.at(2).toDouble()});
    }
    return professions;
}

} // namespace cw
