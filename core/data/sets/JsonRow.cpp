// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/JsonRow.h"

#include "core/checkpoint/JsonFile.h"
#include "core/data/Gzip.h"
#include "core/data/sets/TextLines.h"
#include "core/engine/Error.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cw {
namespace {

std::vector<JsonRow> rowsOfList(const QByteArray &bytes, const QString &path)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError)
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 is not valid JSON: %2 at byte %3."),
                    {path.toStdString(), fault.errorString().toStdString(), std::to_string(fault.offset)});
    std::vector<JsonRow> rows;
    for (const QJsonValue value : document.array())
        rows.emplace_back(value.toObject(), path, static_cast<qsizetype>(rows.size()) + 1);
    return rows;
}

std::vector<JsonRow> rowsOfLines(const QStringList &lines, const QString &path)
{
    std::vector<JsonRow> rows;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        QJsonParseError fault;
        const QJsonDocument document = QJsonDocument::fromJson(lines[i].toUtf8(), &fault);
        if (!document.isObject())
            throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1, line %2: this is no JSON object (%3)."),
                        {path.toStdString(), std::to_string(i + 1), fault.errorString().toStdString()});
        rows.emplace_back(document.object(), path, i + 1);
    }
    return rows;
}

} // namespace

QString JsonRow::text(const char *field) const
{
    const QJsonValue value = m_object[QLatin1String(field)];
    if (!value.isString())
        lack(field);
    return value.toString();
}

int JsonRow::number(const char *field) const
{
    const QJsonValue value = m_object[QLatin1String(field)];
    if (!value.isDouble() || value.toDouble() != value.toInt())
        lack(field);
    return value.toInt();
}

QStringList JsonRow::texts(const char *field) const
{
    const QJsonValue value = m_object[QLatin1String(field)];
    if (!value.isArray())
        lack(field);
    QStringList texts;
    for (const QJsonValue entry : value.toArray()) {
        if (!entry.isString())
            lack(field);
        texts << entry.toString();
    }
    return texts;
}

void JsonRow::lack(const char *field) const
{
    throw Error(Error::Kind::Format,
                QT_TRANSLATE_NOOP("Error", "%1, entry %2: the field %3 is missing or is of another kind."),
                {path(), place(), field});
}

void JsonRow::refuse(const char *field, const std::string &expected) const
{
    throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1, entry %2: \"%3\" must be %4."),
                {path(), place(), field, expected});
}

std::vector<JsonRow> readJsonRows(const QString &path)
{
    QByteArray bytes = readSmallFile(path);
    if (isGzip(bytes))
        bytes = gunzipped(bytes, path);
    const QStringList lines = textLines(bytes, path);
    std::vector<JsonRow> rows = bytes.trimmed().startsWith('[') ? rowsOfList(bytes, path) : rowsOfLines(lines, path);
    if (rows.empty())
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 holds no items."), {path.toStdString()});
    return rows;
}

} // namespace cw
