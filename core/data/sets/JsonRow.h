// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>
#include <string>
#include <vector>

namespace cw {

/// A JSON object of a data file and where it stands there. What it is asked for must be there: else it throws Error of
/// kind Format that names file, place and field.
class JsonRow {
public:
    /// place: the line, or the entry of a list, counted from 1.
    JsonRow(QJsonObject object, QString path, qsizetype place)
        : m_object(std::move(object)), m_path(std::move(path)), m_place(place)
    {
    }

    bool has(const char *field) const { return m_object.contains(QLatin1String(field)); }
    QString text(const char *field) const;
    int number(const char *field) const;
    QStringList texts(const char *field) const;
    /// Whatever stands there.
    QJsonValue value(const char *field) const { return m_object[QLatin1String(field)]; }
    /// Throws the Error of a field that is there and has none of the values expected: a pattern, which every language
    /// reads alike.
    [[noreturn]] void refuse(const char *field, const std::string &expected) const;

    std::string path() const { return m_path.toStdString(); }
    std::string place() const { return std::to_string(m_place); }

private:
    [[noreturn]] void lack(const char *field) const;

    QJsonObject m_object;
    QString m_path;
    qsizetype m_place;
};

/// The objects of a JSON list, or of lines with one each, of which empty ones are skipped; bytes may be packed by gzip.
/// Throws Error naming the file: File where it cannot be read, Format where it is neither, holds nothing or is not
/// UTF-8, with the line.
std::vector<JsonRow> readJsonRows(const QString &path);

} // namespace cw
