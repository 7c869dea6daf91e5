// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Tokenizer.h"

#include "core/checkpoint/tokenizer/AddedTokens.h"
#include "core/checkpoint/tokenizer/Decoder.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/Normalizer.h"
#include "core/checkpoint/tokenizer/PostProcessor.h"
#include "core/checkpoint/tokenizer/PreTokenizer.h"
#include "core/checkpoint/tokenizer/TokenModel.h"
#include "core/checkpoint/tokenizer/TokenizerSettings.h"
#include "core/checkpoint/tokenizer/TokenizerSource.h"
#include "core/checkpoint/tokenizer/Vocabulary.h"

namespace cw {

namespace {

/// The mask token by the files beside; where they are silent, an added token with a name in use.
QString maskName(const JsonPart &added, const TokenizerSettings &settings)
{
    const QString named = settings.special(QStringLiteral("mask_token"));
    if (!named.isEmpty())
        return named;
    for (const JsonPart &token : added.isNull() ? std::vector<JsonPart>() : added.list()) {
        const QString content = token.text(QStringLiteral("content"));
        if (content == u"[MASK]" || content == u"<mask>")
            return content;
    }
    return {};
}

} // namespace

struct Tokenizer::Parts {
    Parts(const JsonPart &file, const TokenizerSettings &settings)
        : normalizer(readNormalizer(file.at(QStringLiteral("normalizer")))),
          model(readTokenModel(file.at(QStringLiteral("model")))),
          mask(maskName(file.at(QStringLiteral("added_tokens")), settings)),
          added(file.at(QStringLiteral("added_tokens")), model->vocabulary(), normalizer.get(), mask),
          preTokenizer(readPreTokenizer(file.at(QStringLiteral("pre_tokenizer")))),
          postProcessor(readPostProcessor(file.at(QStringLiteral("post_processor")))),
          decoder(readDecoder(file.at(QStringLiteral("decoder"))))
    {
    }

    Pieces cut(const QString &text, bool goesOn) const;
    Encoding encode(const QString &text, bool goesOn) const;

    std::unique_ptr<const Normalizer> normalizer;
    std::unique_ptr<const TokenModel> model;
    QString mask;
    AddedTokens added;
    std::unique_ptr<const PreTokenizer> preTokenizer;
    std::unique_ptr<const PostProcessor> postProcessor;
    std::unique_ptr<const Decoder> decoder;
};

Pieces Tokenizer::Parts::cut(const QString &text, bool goesOn) const
{
    Pieces pieces(text, goesOn);
    added.claimRaw(pieces);
    if (normalizer)
        pieces.rewrite([&](AlignedText &part) { normalizer->apply(part, goesOn); });
    added.claimNormalized(pieces);
    if (preTokenizer)
        preTokenizer->apply(pieces);
    return pieces;
}

Encoding Tokenizer::Parts::encode(const QString &text, bool goesOn) const
{
    const Pieces pieces = cut(text, goesOn);
    const std::vector<Span> &origin = pieces.whole().origin;
    Encoding result;
    const auto append = [&](std::int64_t id, const QString &token, qsizetype begin, qsizetype end) {
        const Span first = origin[static_cast<std::size_t>(begin)];
        result.ids.push_back(id);
        result.tokens.push_back(token);
        result.offsets.push_back({first.begin, origin[static_cast<std::size_t>(end - 1)].end});
    };
    std::vector<ModelToken> found;
    for (const Piece &piece : pieces.list()) {
        if (piece.id != Piece::unclaimed) {
            append(piece.id, pieces.view(piece).toString(), piece.begin, piece.end);
            continue;
        }
        found.clear();
        model->tokenize(pieces.view(piece), found);
        for (const ModelToken &token : found)
            append(token.id,
                   token.isUnlisted
                       ? pieces.view(piece).mid(token.units.begin, token.units.end - token.units.begin).toString()
                       : model->vocabulary().token(token.id),
                   piece.begin + token.units.begin, piece.begin + token.units.end);
    }
    return result;
}

Tokenizer::Tokenizer(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Tokenizer::~Tokenizer() = default;

std::shared_ptr<const Tokenizer> Tokenizer::open(const QString &folder)
{
    const TokenizerSettings settings(folder);
    return std::shared_ptr<const Tokenizer>(
        new Tokenizer(std::make_unique<Parts>(tokenizerSource(folder, settings), settings)));
}

std::shared_ptr<const Tokenizer> Tokenizer::fromJson(const QByteArray &json, const QString &path)
{
    return std::shared_ptr<const Tokenizer>(
        new Tokenizer(std::make_unique<Parts>(JsonPart::parse(json, path), TokenizerSettings())));
}

Encoding Tokenizer::encode(const QString &text, bool special) const
{
    Encoding result = m_parts->encode(text, false);
    if (m_parts->postProcessor)
        m_parts->postProcessor->apply(result, special);
    return result;
}

Encoding Tokenizer::encodeContinuation(const QString &text) const
{
    Encoding result = m_parts->encode(text, true);
    if (m_parts->postProcessor)
        m_parts->postProcessor->apply(result, false);
    return result;
}

QString Tokenizer::decode(const std::vector<std::int64_t> &ids, bool special) const
{
    QStringList tokens;
    for (const std::int64_t id : ids) {
        const QString text = token(id);
        if (!text.isNull() && (special || !m_parts->added.isSpecial(text)))
            tokens += text;
    }
    return m_parts->decoder ? m_parts->decoder->apply(tokens).join(QString()) : tokens.join(u' ');
}

QString Tokenizer::token(std::int64_t id) const
{
    const QString added = m_parts->added.token(id);
    return added.isNull() ? m_parts->model->vocabulary().token(id) : added;
}

std::int64_t Tokenizer::size() const
{
    return m_parts->model->vocabulary().size() + m_parts->added.extra();
}

std::optional<std::int64_t> Tokenizer::maskId() const
{
    return m_parts->added.id(m_parts->mask);
}

} // namespace cw
