// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/TableFile.h"

#include "core/data/CsvLine.h"
#include "core/data/sets/TextLines.h"
#include "core/engine/Error.h"

namespace cw {
namespace {

QStringList fieldsOf(const QString &line, QChar separator)
{
    return separator == u',' ? splitCsvLine(line) : line.split(separator);
}

/// The record that begins at a line, which then is the one behind it: a field in quotes may hold line ends.
QString record(const QStringList &lines, qsizetype &line, QChar separator)
{
    QString text = lines[line++];
    while (separator == u',' && text.count(u'"') % 2 == 1 && line < lines.size())
        text += u'\n' + lines[line++];
    return text;
}

} // namespace

std::vector<TableRow> readTable(const QString &path, QChar separator, const QStringList &columns)
{
    const QStringList lines = readTextLines(path);
    const QStringList header = fieldsOf(lines.value(0), separator);
    std::vector<qsizetype> places;
    for (const QString &column : columns) {
        places.push_back(header.indexOf(column));
        if (places.back() < 0)
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "%1, line 1: the column \"%2\" is missing; take the official file."),
                        {path.toStdString(), column.toStdString()});
    }
    std::vector<TableRow> rows;
    for (qsizetype next = 1; next < lines.size();) {
        const qsizetype i = next;
        const QString text = record(lines, next, separator);
        if (text.isEmpty())
            continue;
        const QStringList fields = fieldsOf(text, separator);
        if (fields.size() != header.size())
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "%1, line %2: it has %3 fields, and the first line names %4."),
                        {path.toStdString(), std::to_string(i + 1), std::to_string(fields.size()),
                         std::to_string(header.size())});
        TableRow row{{}, static_cast<int>(i) + 1};
        for (const qsizetype place : places)
            row.fields << fields[place];
        rows.push_back(std::move(row));
    }
    if (rows.empty())
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 has no rows below its first line."),
                    {path.toStdString()});
    return rows;
}

void refuseWord(const QString &path, int line, const QString &word, const QString &expected)
{
    throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1, line %2: \"%3\" stands where %4 is expected."),
                {path.toStdString(), std::to_string(line), word.toStdString(), expected.toStdString()});
}

} // namespace cw
