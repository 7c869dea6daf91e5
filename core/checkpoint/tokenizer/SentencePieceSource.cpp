// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/SentencePieceMerges.h"
#include "core/checkpoint/tokenizer/SentencePieceModel.h"
#include "core/checkpoint/tokenizer/SpecialTokens.h"
#include "core/checkpoint/tokenizer/TokenizerSettings.h"
#include "core/checkpoint/tokenizer/TokenizerSource.h"
#include "core/engine/Error.h"

#include <algorithm>

namespace cw {
namespace {

using Piece = SentencePieceModel::Piece;

const QString spaceMark = QStringLiteral("\u2581");

class SentencePieces {
public:
    SentencePieces(SentencePieceModel model, const TokenizerSettings &settings)
        : m_model(std::move(model)), m_settings(settings), m_specials(ids()),
          m_addsPrefix(m_model.addsDummyPrefix && settings.flag(QStringLiteral("add_prefix_space"), true))
    {
    }

    QJsonObject llama();
    QJsonObject gemma();
    QJsonObject t5();

private:
    QHash<QString, qint64> ids() const;
    QJsonArray texts() const;
    QJsonObject tokenModel() const;
    QJsonArray cleaning() const;
    void addPieces();
    void addBookends(const QString &usualBegin, const QString &usualEnd);
    QJsonObject joining(bool dropsPrefix) const;
    QJsonObject finish();

    SentencePieceModel m_model;
    const TokenizerSettings &m_settings;
    SpecialTokens m_specials;
    bool m_addsPrefix;
    QJsonObject m_root;
};

QHash<QString, qint64> SentencePieces::ids() const
{
    QHash<QString, qint64> result;
    for (std::size_t i = 0; i < m_model.pieces.size(); ++i)
        result.insert(m_model.pieces[i].text, static_cast<qint64>(i));
    return result;
}

QJsonObject SentencePieces::tokenModel() const
{
    const bool isUnigram = m_model.type == SentencePieceModel::Type::Unigram;
    QJsonArray vocabulary;
    for (const Piece &piece : m_model.pieces)
        vocabulary += isUnigram ? QJsonValue(QJsonArray{piece.text, piece.score}) : QJsonValue(piece.text);
    if (isUnigram)
        return typedPart(QStringLiteral("Unigram"), {{QStringLiteral("vocab"), vocabulary},
                                                     {QStringLiteral("unk_id"), m_model.unknownId},
                                                     {QStringLiteral("byte_fallback"), m_model.hasByteFallback}});
    return typedPart(QStringLiteral("BPE"), {{QStringLiteral("vocab"), vocabulary},
                                             {QStringLiteral("merges"), sentencePieceMerges(m_model)},
                                             {QStringLiteral("unk_token"), m_model.unknownPiece},
                                             {QStringLiteral("fuse_unk"), true},
                                             {QStringLiteral("byte_fallback"), true}});
}

/// What the model does to a text before it marks the spaces.
QJsonArray SentencePieces::cleaning() const
{
    QJsonArray steps;
    if (!m_model.charsMap.isEmpty())
        steps +=
            typedPart(QStringLiteral("Precompiled"),
                      {{QStringLiteral("precompiled_charsmap"), QString::fromLatin1(m_model.charsMap.toBase64())}});
    if (m_model.removesExtraSpaces) {
        steps += typedPart(QStringLiteral("Strip"));
        steps += replaceRegexPart(QStringLiteral(" {2,}"), QStringLiteral(" "));
    }
    return steps;
}

void SentencePieces::addPieces()
{
    for (const Piece &piece : m_model.pieces) {
        if (piece.role == Piece::Role::Control || piece.role == Piece::Role::UserDefined)
            m_specials.add(piece.text, piece.role == Piece::Role::Control);
    }
}

void SentencePieces::addBookends(const QString &usualBegin, const QString &usualEnd)
{
    const QString begin = m_specials.addRole(m_settings, QStringLiteral("bos_token"), usualBegin);
    const QString end = m_specials.addRole(m_settings, QStringLiteral("eos_token"), usualEnd);
    m_specials.addRole(m_settings, QStringLiteral("unk_token"), m_model.unknownPiece);
    m_specials.addRole(m_settings, QStringLiteral("pad_token"), {});
    QList<SpecialPart> before;
    QList<SpecialPart> after;
    if (m_settings.flag(QStringLiteral("add_bos_token"), true) && !begin.isEmpty())
        before += m_specials.part(begin);
    if (m_settings.flag(QStringLiteral("add_eos_token"), false) && !end.isEmpty())
        after += m_specials.part(end);
    m_root.insert(QStringLiteral("post_processor"), templatePart(before, after));
}

QJsonObject SentencePieces::joining(bool dropsPrefix) const
{
    QJsonArray steps{replacePart(spaceMark, QStringLiteral(" ")), typedPart(QStringLiteral("ByteFallback")),
                     typedPart(QStringLiteral("Fuse"))};
    if (dropsPrefix)
        steps += typedPart(QStringLiteral("Strip"),
                           {{QStringLiteral("content"), QStringLiteral(" ")}, {QStringLiteral("start"), 1}});
    return sequencePart(QStringLiteral("decoders"), steps);
}

QJsonObject SentencePieces::finish()
{
    m_specials.addListed(m_settings);
    m_root.insert(QStringLiteral("model"), tokenModel());
    m_root.insert(QStringLiteral("added_tokens"), m_specials.list());
    return m_root;
}

/// The newer behaviour ("legacy": false) puts no mark after a special token inside the text.
QJsonObject SentencePieces::llama()
{
    QJsonArray steps = cleaning();
    if (m_settings.flag(QStringLiteral("legacy"), true)) {
        if (m_addsPrefix)
            steps += typedPart(QStringLiteral("Prepend"), {{QStringLiteral("prepend"), spaceMark}});
        if (m_model.escapesSpaces)
            steps += replacePart(QStringLiteral(" "), spaceMark);
    } else {
        m_root.insert(
            QStringLiteral("pre_tokenizer"),
            typedPart(QStringLiteral("Metaspace"), {{QStringLiteral("replacement"), spaceMark},
                                                    {QStringLiteral("prepend_scheme"),
                                                     m_addsPrefix ? QStringLiteral("first") : QStringLiteral("never")},
                                                    {QStringLiteral("split"), false}}));
    }
    m_root.insert(QStringLiteral("normalizer"), sequencePart(QStringLiteral("normalizers"), steps));
    m_root.insert(QStringLiteral("decoder"), joining(m_addsPrefix));
    addPieces();
    addBookends(QStringLiteral("<s>"), QStringLiteral("</s>"));
    return finish();
}

QJsonObject SentencePieces::gemma()
{
    // The first of these models lack the tab, which the byte's token is to stand for.
    const auto at = [this](const QString &text) {
        return std::find_if(m_model.pieces.begin(), m_model.pieces.end(),
                            [&](const Piece &piece) { return piece.text == text; });
    };
    const auto byte = at(QStringLiteral("<0x09>"));
    if (byte != m_model.pieces.end() && at(QStringLiteral("\t")) == m_model.pieces.end())
        byte->text = QStringLiteral("\t");
    m_root.insert(QStringLiteral("normalizer"), replacePart(QStringLiteral(" "), spaceMark));
    m_root.insert(QStringLiteral("decoder"), joining(false));
    for (const Piece &piece : m_model.pieces) {
        const bool isTurn = piece.text == u"<start_of_turn>" || piece.text == u"<end_of_turn>";
        if (piece.role == Piece::Role::Control || piece.role == Piece::Role::UserDefined)
            m_specials.add(piece.text, isTurn || piece.role == Piece::Role::Control);
    }
    addBookends(QStringLiteral("<bos>"), QStringLiteral("<eos>"));
    return finish();
}

QJsonObject SentencePieces::t5()
{
    const int extra = m_settings.count(QStringLiteral("extra_ids"), 100);
    if (m_model.type != SentencePieceModel::Type::Unigram)
        return llama();
    addPieces();
    const QString end = m_specials.addRole(m_settings, QStringLiteral("eos_token"), QStringLiteral("</s>"));
    m_specials.addRole(m_settings, QStringLiteral("unk_token"), m_model.unknownPiece);
    m_specials.addRole(m_settings, QStringLiteral("pad_token"), QStringLiteral("<pad>"));
    for (int i = std::min(extra, 1000) - 1; i >= 0; --i) {
        m_model.pieces.push_back({QStringLiteral("<extra_id_%1>").arg(i), 0, Piece::Role::UserDefined});
        m_specials.add(m_model.pieces.back().text, true);
    }
    QJsonArray steps;
    if (!m_model.charsMap.isEmpty())
        steps += cleaning().first();
    steps += typedPart(QStringLiteral("Strip"), {{QStringLiteral("strip_left"), false}});
    steps += replaceRegexPart(QStringLiteral(" {2,}"), spaceMark);
    const QJsonObject metaspace =
        typedPart(QStringLiteral("Metaspace"), {{QStringLiteral("replacement"), spaceMark},
                                                {QStringLiteral("prepend_scheme"), QStringLiteral("always")}});
    m_root.insert(QStringLiteral("normalizer"), sequencePart(QStringLiteral("normalizers"), steps));
    m_root.insert(QStringLiteral("pre_tokenizer"), metaspace);
    m_root.insert(QStringLiteral("decoder"), metaspace);
    m_root.insert(QStringLiteral("post_processor"), templatePart({}, {m_specials.part(end)}));
    return finish();
}

/// Kinds whose ids are not those of the file, or whose texts are cleaned in ways that it does not say.
void refuseOthers(const QString &kind, const QString &path)
{
    for (const char *other :
         {"albert", "xlnet", "camembert", "xlm", "mbart", "deberta", "pegasus", "bigbird", "big_bird", "reformer",
          "rembert", "nllb", "m2m", "barthez", "fnet", "marian", "speech"}) {
        if (kind.contains(QLatin1String(other)))
            throw Error(Error::Kind::Unsupported,
                        QT_TRANSLATE_NOOP("Error",
                                          "The tokenizer file \"%1\" cannot be used by itself for a tokenizer of "
                                          "the kind \"%2\"; add its tokenizer.json."),
                        {path.toStdString(), kind.toStdString()});
    }
}

} // namespace

JsonPart sentencePieceSource(const QString &path, const TokenizerSettings &settings)
{
    const QString kind = settings.kind();
    refuseOthers(kind, path);
    SentencePieces pieces(SentencePieceModel::read(path), settings);
    const bool isT5 = kind.contains(u"t5") || (kind.isEmpty() && path.endsWith(u"spiece.model"));
    return {path, {}, isT5 ? pieces.t5() : kind.contains(u"gemma") ? pieces.gemma() : pieces.llama()};
}

} // namespace cw
