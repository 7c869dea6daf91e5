// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/SpecialTokens.h"
#include "core/checkpoint/tokenizer/TokenizerFile.h"
#include "core/checkpoint/tokenizer/TokenizerSettings.h"
#include "core/checkpoint/tokenizer/TokenizerSource.h"

#include <algorithm>

namespace cw {
namespace {

/// Whether a list has words with capitals: where no file says so, such a model is a cased one.
bool hasCapitals(const QStringList &tokens)
{
    return std::any_of(tokens.begin(), tokens.end(), [](const QString &token) {
        return !token.startsWith(u'[') &&
               std::any_of(token.begin(), token.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
    });
}

QHash<QString, qint64> idsOf(const QStringList &tokens)
{
    QHash<QString, qint64> ids;
    for (qsizetype i = 0; i < tokens.size(); ++i)
        ids.insert(tokens[i], i);
    return ids;
}

QJsonObject normalizer(const TokenizerSettings &settings, const QStringList &tokens)
{
    return typedPart(
        QStringLiteral("BertNormalizer"),
        {{QStringLiteral("handle_chinese_chars"), settings.flag(QStringLiteral("tokenize_chinese_chars"), true)},
         {QStringLiteral("strip_accents"), settings.openFlag(QStringLiteral("strip_accents"))},
         {QStringLiteral("lowercase"), settings.flag(QStringLiteral("do_lower_case"), !hasCapitals(tokens))}});
}

} // namespace

JsonPart wordPieceSource(const QString &vocabulary, const TokenizerSettings &settings)
{
    const QStringList tokens = readTokenizerLines(vocabulary);
    SpecialTokens specials(idsOf(tokens));
    const QString unknown = specials.addRole(settings, QStringLiteral("unk_token"), QStringLiteral("[UNK]"));
    const QString sep = specials.addRole(settings, QStringLiteral("sep_token"), QStringLiteral("[SEP]"));
    specials.addRole(settings, QStringLiteral("pad_token"), QStringLiteral("[PAD]"));
    const QString cls = specials.addRole(settings, QStringLiteral("cls_token"), QStringLiteral("[CLS]"));
    specials.addRole(settings, QStringLiteral("mask_token"), QStringLiteral("[MASK]"));
    specials.addListed(settings);
    QJsonObject root{{QStringLiteral("model"), typedPart(QStringLiteral("WordPiece"),
                                                         {{QStringLiteral("vocab"), QJsonArray::fromStringList(tokens)},
                                                          {QStringLiteral("unk_token"), unknown}})},
                     {QStringLiteral("added_tokens"), specials.list()},
                     {QStringLiteral("normalizer"), normalizer(settings, tokens)},
                     {QStringLiteral("pre_tokenizer"), typedPart(QStringLiteral("BertPreTokenizer"))},
                     {QStringLiteral("decoder"), typedPart(QStringLiteral("WordPiece"))}};
    if (!sep.isEmpty() && !cls.isEmpty())
        root.insert(QStringLiteral("post_processor"), templatePart({specials.part(cls)}, {specials.part(sep)}));
    return {vocabulary, {}, root};
}

} // namespace cw
