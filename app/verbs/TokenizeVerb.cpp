// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/Terminal.h"
#include "app/verbs/Verb.h"
#include "core/checkpoint/JsonFile.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/data/AlignedRows.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace cw {
namespace {

const QString fileOption = QStringLiteral("file");
const QString plainOption = QStringLiteral("no-special");
constexpr qint64 longestText = qint64{1} << 30;

int showTokens(const QString &folder, const QString &text, bool special, const Terminal &terminal)
{
    const Encoding encoding = Tokenizer::open(folder)->encode(text, special);
    QJsonArray ids;
    QJsonArray tokens;
    QJsonArray offsets;
    QVector<QStringList> rows;
    for (std::size_t i = 0; i < encoding.ids.size(); ++i) {
        const Span span = encoding.offsets[i];
        ids.append(static_cast<qint64>(encoding.ids[i]));
        tokens.append(encoding.tokens[i]);
        offsets.append(QJsonArray{span.begin, span.end});
        if (!terminal.isJson())
            rows.append({QString::number(encoding.ids[i]), QStringLiteral("[%1,%2)").arg(span.begin).arg(span.end),
                         encoding.tokens[i]});
    }
    terminal.answer(
        {{QStringLiteral("ids"), ids}, {QStringLiteral("tokens"), tokens}, {QStringLiteral("offsets"), offsets}},
        aligned(rows));
    return Success;
}

void addTokenizeOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(QStringLiteral("FOLDER"),
                                 QCoreApplication::translate("Tokenize", "Folder with a tokenizer."));
    parser.addPositionalArgument(QStringLiteral("TEXT"), QCoreApplication::translate("Tokenize", "The text."),
                                 QStringLiteral("TEXT | --file FILE"));
    parser.addOption({fileOption, QCoreApplication::translate("Tokenize", "Takes the text of a UTF-8 file."),
                      QStringLiteral("FILE")});
    parser.addOption({plainOption, QCoreApplication::translate("Tokenize", "Leaves out added BOS, CLS and SEP.")});
    addCommonOptions(parser);
}

Action readTokenize(const QCommandLineParser &parser)
{
    const bool fromFile = parser.isSet(fileOption);
    const int places = fromFile ? 1 : 2;
    requirePlaces(parser, places, places, fromFile ? "FOLDER" : "FOLDER and TEXT");
    const QStringList given = parser.positionalArguments();
    return [folder = given.first(), text = given.value(1), file = parser.value(fileOption), fromFile,
            special = !parser.isSet(plainOption)](const Terminal &terminal) {
        const QString read = fromFile ? QString::fromUtf8(readSmallFile(file, longestText)) : text;
        return showTokens(folder, read, special, terminal);
    };
}

} // namespace

const Verb &tokenizeVerb()
{
    static const Verb verb{"tokenize", QT_TRANSLATE_NOOP("Verb", "Splits a text into tokens with their places."),
                           addTokenizeOptions, readTokenize};
    return verb;
}

} // namespace cw
