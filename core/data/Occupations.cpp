// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Occupations.h"

#include "core/data/CsvLine.h"
#include "core/engine/Error.h"

#include <QFile>

namespace cw {
namespace {

[[noreturn]] void refuse(const QString &file, int line)
{
    throw Error(Error::Kind::Format,
                QT_TRANSLATE_NOOP("Error",
                                  "%1, line %2: expected name,share,year,source,demo with a share from 0 to 100 "
                                  "and yes or no at the end."),
                {file.toStdString(), std::to_string(line)});
}

Occupation occupation(const QStringList &fields, const QString &file, int line)
{
    if (fields.size() != 5 || fields[0].isEmpty())
        refuse(file, line);
    Occupation result;
    bool isShare = false;
    bool isYear = false;
    result.name = fields[0];
    result.share = fields[1].toDouble(&isShare);
    result.year = fields[2].toInt(&isYear);
    result.source = fields[3];
    result.demo = fields[4] == u"yes";
    if (!isShare || !(result.share >= 0 && result.share <= 100) || !isYear || (!result.demo && fields[4] != u"no"))
        refuse(file, line);
    return result;
}

} // namespace

std::vector<Occupation> readOccupations(const QString &file)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly | QIODevice::Text))
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be read: %2"),
                    {file.toStdString(), input.errorString().toStdString()});
    std::vector<Occupation> result;
    for (int line = 1; !input.atEnd(); ++line) {
        const QString text = QString::fromUtf8(input.readLine()).trimmed();
        const QStringList fields = splitCsvLine(text);
        if (line == 1 && text != u"name,share,year,source,demo")
            refuse(file, line);
        if (line > 1 && !text.isEmpty())
            result.push_back(occupation(fields, file, line));
    }
    if (result.empty())
        refuse(file, 1);
    return result;
}

} // namespace cw
