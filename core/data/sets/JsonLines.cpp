// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/JsonLines.h"

#include "core/data/sets/TextLines.h"
#include "core/engine/Error.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cw {
namespace {

[[noreturn]] void refuseFile(const QString &place, const QJsonParseError &problem)
{
    throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1: this is no JSON object (%2, at byte %3)."),
                {place.toStdString(), problem.errorString().toStdString(), std::to_string(problem.offset)});
}

QString placeOf(const QString &path, const char *what, qsizetype number)
{
    return QStringLiteral("%1, %2 %3").arg(path, QLatin1String(what)).arg(number);
}

std::vector<JsonLine> fromList(const QByteArray &text, const QString &path)
{
    QJsonParseError problem;
    const QJsonArray list = QJsonDocument::fromJson(text, &problem).array();
    std::vector<JsonLine> lines;
    for (const QJsonValue &value : list) {
        lines.push_back({value.toObject(), placeOf(path, "entry", static_cast<qsizetype>(lines.size()) + 1)});
        if (!value.isObject())
            refuseFile(lines.back().place, problem);
    }
    if (lines.empty())
        refuseFile(path, problem);
    return lines;
}

} // namespace

QString JsonLine::text(const char *key) const
{
    const QJsonValue value = object[QLatin1String(key)];
    if (!value.isString())
        refuse(key, "a text");
    return value.toString();
}

QStringList JsonLine::texts(const char *key) const
{
    QStringList all;
    for (const QJsonValue &value : object[QLatin1String(key)].toArray())
        all << value.toString();
    if (all.isEmpty())
        refuse(key, "a list of texts");
    return all;
}

void JsonLine::refuse(const char *key, const char *expected) const
{
    throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1: \"%2\" must be %3."),
                {place.toStdString(), key, expected});
}

std::vector<JsonLine> readJsonLines(const QString &path)
{
    const QStringList texts = readTextLines(path);
    if (texts.join(QString()).trimmed().startsWith(u'['))
        return fromList(texts.join(u'\n').toUtf8(), path);
    std::vector<JsonLine> lines;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (texts[i].trimmed().isEmpty())
            continue;
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(texts[i].toUtf8(), &problem);
        lines.push_back({document.object(), placeOf(path, "line", i + 1)});
        if (!document.isObject())
            refuseFile(lines.back().place, problem);
    }
    if (lines.empty())
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 holds no items."), {path.toStdString()});
    return lines;
}

} // namespace cw
