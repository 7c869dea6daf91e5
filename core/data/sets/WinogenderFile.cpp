// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/WinogenderFile.h"

#include "core/data/sets/TableFile.h"
#include "core/engine/Error.h"

#include <QHash>

namespace cw {
namespace {

QHash<QString, double> sharesOf(const QString &path)
{
    QHash<QString, double> shares;
    for (const TableRow &row :
         readTable(path, u'\t', {QStringLiteral("occupation"), QStringLiteral("bls_pct_female")})) {
        bool isNumber = false;
        const double share = row.fields[1].toDouble(&isNumber);
        if (!isNumber || !(share >= 0 && share <= 100))
            refuseWord(path, row.line, row.fields[1], QStringLiteral("0 ... 100"));
        shares.insert(row.fields[0], share / 100);
    }
    return shares;
}

/// The first word in which a version differs from another one is its pronoun, without the punctuation behind it.
void findPronoun(WinogenderSchema &schema, std::size_t version, const QString &other)
{
    const QStringList words = schema.sentences[version].split(u' ');
    const QStringList others = other.split(u' ');
    qsizetype place = 0;
    while (place < words.size() && words[place] == others.value(place))
        ++place;
    QString word = words.value(place);
    while (!word.isEmpty() && !word.back().isLetter())
        word.chop(1);
    schema.pronouns[version] = word;
    QStringList masked = words;
    if (place < masked.size())
        masked[place].replace(0, word.size(), QStringLiteral("{}"));
    schema.masked[version] = masked.join(u' ');
}

[[noreturn]] void refuseId(const QString &path, const TableRow &row)
{
    refuseWord(path, row.line, row.fields[0], QStringLiteral("occupation.participant.(0|1).(male|female|neutral).txt"));
}

void complete(std::vector<WinogenderSchema> &schemas, const QString &path)
{
    for (WinogenderSchema &schema : schemas) {
        for (const std::size_t version : {WinogenderSchema::Male, WinogenderSchema::Female, WinogenderSchema::Neutral})
            findPronoun(schema, version,
                        schema.sentences[version == WinogenderSchema::Male ? WinogenderSchema::Female
                                                                           : WinogenderSchema::Male]);
        for (std::size_t version = 0; version < 3; ++version)
            if (schema.sentences[version].isEmpty() || schema.pronouns[version].isEmpty())
                throw Error(Error::Kind::Format,
                            QT_TRANSLATE_NOOP("Error", "%1: \"%2\" needs a male, a female and a neutral version that "
                                                       "differ in their pronoun."),
                            {path.toStdString(), schema.id.toStdString()});
    }
}

} // namespace

std::vector<WinogenderSchema> readWinogender(const QString &sentences, const QString &occupations)
{
    static const QStringList genders{QStringLiteral("male"), QStringLiteral("female"), QStringLiteral("neutral")};
    const QHash<QString, double> shares = sharesOf(occupations);
    std::vector<WinogenderSchema> schemas;
    QHash<QString, std::size_t> places;
    for (const TableRow &row : readTable(sentences, u'\t', {QStringLiteral("sentid"), QStringLiteral("sentence")})) {
        const QStringList parts = row.fields[0].split(u'.');
        const qsizetype gender = genders.indexOf(parts.value(3));
        if (parts.size() != 5 || gender < 0 || (parts[2] != u"0" && parts[2] != u"1") || row.fields[1].isEmpty())
            refuseId(sentences, row);
        if (!shares.contains(parts[0]))
            throw Error(
                Error::Kind::Format,
                QT_TRANSLATE_NOOP("Error", "%1, line %2: %3 has no share of women for the occupation %4."),
                {sentences.toStdString(), std::to_string(row.line), occupations.toStdString(), parts[0].toStdString()});
        const QString id = parts.mid(0, 3).join(u'.');
        if (!places.contains(id)) {
            places.insert(id, schemas.size());
            schemas.push_back({id, parts[0], parts[1], parts[2] == u"0", {}, {}, {}, shares[parts[0]]});
        }
        QString &sentence = schemas[places[id]].sentences[static_cast<std::size_t>(gender)];
        if (!sentence.isEmpty())
            throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1, line %2: the id \"%3\" comes twice."),
                        {sentences.toStdString(), std::to_string(row.line), row.fields[0].toStdString()});
        sentence = row.fields[1];
    }
    complete(schemas, sentences);
    return schemas;
}

} // namespace cw
