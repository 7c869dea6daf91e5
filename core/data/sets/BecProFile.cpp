// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/BecProFile.h"

#include "core/data/sets/TableFile.h"
#include "core/engine/Error.h"

#include <QSet>

namespace cw {
namespace {

const QString mask = QStringLiteral("[MASK]");

/// Each word of the profession as a mask; empty where it is not there.
QString withoutProfession(const QString &text, const QString &profession)
{
    const qsizetype at = text.lastIndexOf(profession);
    const qsizetype words = profession.count(u' ') + 1;
    const QString masks = QStringList(words, mask).join(u' ');
    return at < 0 || profession.isEmpty() ? QString() : QString(text).replace(at, profession.size(), masks);
}

/// Masks the person, and the profession, and looks whether the file says the same.
bool makeMasked(BecProRow &row, const QString &target, const QString &background)
{
    const qsizetype at = target.indexOf(mask);
    const qsizetype end = at + row.person.size();
    if (at < 0 || row.person.isEmpty() || row.sentence.mid(at, row.person.size()) != row.person)
        return false;
    const QString rest = row.sentence.mid(end);
    const QString begin = row.sentence.left(at) + mask;
    row.target = begin + rest;
    row.background = withoutProfession(rest, row.profession);
    if (row.background.isEmpty())
        return false;
    row.background.prepend(begin);
    const bool isMaskedTwice = target == QString(row.sentence).replace(row.person, mask);
    return (target == row.target && background == row.background) || isMaskedTwice;
}

BecProRow rowOf(const TableRow &row, const QString &path)
{
    BecProRow result;
    result.id = row.fields[0];
    result.sentence = row.fields[1];
    result.person = row.fields[4];
    result.isMale = row.fields[5] == u"male";
    result.profession = row.fields[6];
    if (!result.isMale && row.fields[5] != u"female")
        refuseWord(path, row.line, row.fields[5], QStringLiteral("male, female"));
    if (row.fields[7] == u"male")
        result.group = BecProRow::Group::Male;
    else if (row.fields[7] == u"female")
        result.group = BecProRow::Group::Female;
    else if (row.fields[7] != u"balanced")
        refuseWord(path, row.line, row.fields[7], QStringLiteral("male, female, balanced"));
    if (!makeMasked(result, row.fields[2], row.fields[3]))
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
                              QStringLiteral("Person"),
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
