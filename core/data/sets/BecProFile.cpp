// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/BecProFile.h"

#include "core/data/sets/TableFile.h"
#include "core/engine/Error.h"

#include <QSet>

namespace cw {
namespace {

const QLatin1String mask("[MASK]");

/// What the mask of one text stands for in another; empty where they differ in more.
QString maskedWord(const QString &masked, const QString &whole)
{
    const qsizetype before = masked.indexOf(mask);
    const QString after = masked.mid(before + mask.size());
    const bool fits = before >= 0 && whole.size() > masked.size() - mask.size() && !after.contains(mask) &&
                      whole.startsWith(masked.left(before)) && whole.endsWith(after);
    return fits ? whole.mid(before, whole.size() - before - after.size()) : QString();
}

BecProRow rowOf(const TableRow &row, const QString &path)
{
    BecProRow result;
    result.id = row.fields[0];
    result.sentence = row.fields[1];
    result.target = row.fields[2];
    result.background = row.fields[3];
    result.person = maskedWord(result.target, result.sentence);
    result.isMale = row.fields[4] == u"male";
    result.profession = row.fields[5];
    if (!result.isMale && row.fields[4] != u"female")
        refuseWord(path, row.line, row.fields[4], QStringLiteral("male, female"));
    if (row.fields[6] == u"male")
        result.group = BecProRow::Group::Male;
    else if (row.fields[6] == u"female")
        result.group = BecProRow::Group::Female;
    else if (row.fields[6] != u"balanced")
        refuseWord(path, row.line, row.fields[6], QStringLiteral("male, female, balanced"));
    const qsizetype at = result.target.indexOf(mask);
    if (result.person.isEmpty() || result.profession.isEmpty() || result.background.indexOf(mask) != at ||
        result.background.count(mask) < 2 || result.background.left(at) != result.target.left(at))
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1, line %2: Sent_TM must be the sentence with one [MASK] for the "
                                               "person, and Sent_TAM the same with more behind it."),
                    {path.toStdString(), std::to_string(row.line)});
    return result;
}

} // namespace

std::vector<BecProRow> readBecPro(const QString &path)
{
    const QStringList columns{QString(),
                              QStringLiteral("Sentence"),
                              QStringLiteral("Sent_TM"),
                              QStringLiteral("Sent_TAM"),
                              QStringLiteral("Gender"),
                              QStringLiteral("Profession"),
                              QStringLiteral("Prof_Gender")};
    std::vector<BecProRow> rows;
    QSet<QString> ids;
    for (const TableRow &row : readTable(path, u'\t', columns)) {
        rows.push_back(rowOf(row, path));
        if (ids.contains(rows.back().id))
            throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1, line %2: the id \"%3\" comes twice."),
                        {path.toStdString(), std::to_string(row.line), rows.back().id.toStdString()});
        ids.insert(rows.back().id);
    }
    return rows;
}

} // namespace cw
