// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/TokenModel.h"

#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/engine/Error.h"

namespace cw {
namespace {

/// The type of a model by its parts, where an older file does not name it.
QString typeOf(const JsonPart &part)
{
    if (part.has(QStringLiteral("type")))
        return part.text(QStringLiteral("type"));
    if (part.at(QStringLiteral("vocab")).isArray())
        return QStringLiteral("Unigram");
    if (part.has(QStringLiteral("merges")))
        return QStringLiteral("BPE");
    return part.has(QStringLiteral("max_input_chars_per_word")) ? QStringLiteral("WordPiece")
                                                                : QStringLiteral("WordLevel");
}

} // namespace

std::unique_ptr<const TokenModel> readTokenModel(const JsonPart &part)
{
    const QString type = typeOf(part);
    if (type == u"BPE")
        return bpeModel(part);
    if (type == u"WordLevel")
        return wordLevelModel(part);
    if (type == u"WordPiece")
        return wordPieceModel(part);
    if (type == u"Unigram")
        return unigramModel(part);
    part.unknown(type);
}

void throwUnknownWord(QStringView word)
{
    throw Error(Error::Kind::Input,
                QT_TRANSLATE_NOOP("Error", "\"%1\" is not in the tokenizer's list of words, which has no entry for "
                                           "unknown words; use words of the list."),
                {word.toString().toStdString()});
}

} // namespace cw
