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
    throw Error(Error::Kind::Unsupported,
                QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" cannot be used: its model is of the type \"%2\"; "
                                           "this program knows BPE and WordLevel."),
                {part.fileName().toStdString(), type.toStdString()});
}

} // namespace cw
