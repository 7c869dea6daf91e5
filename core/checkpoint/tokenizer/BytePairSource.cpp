// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/SpecialTokens.h"
#include "core/checkpoint/tokenizer/TokenizerFile.h"
#include "core/checkpoint/tokenizer/TokenizerSettings.h"
#include "core/checkpoint/tokenizer/TokenizerSource.h"

#include <algorithm>

namespace cw {
namespace {

const QString endOfText = QStringLiteral("<|endoftext|>");
const QString wordEnd = QStringLiteral("</w>");

QJsonArray readMerges(const QString &path)
{
    QJsonArray merges;
    const QStringList lines = readTokenizerLines(path);
    for (const QString &line : lines) {
        const bool isVersion = merges.isEmpty() && line.startsWith(u"#version");
        if (!line.isEmpty() && !isVersion)
            merges += line;
    }
    return merges;
}

/// What all of these kinds are built from.
class BytePairs {
public:
    BytePairs(const JsonPart &vocabulary, const QString &merges, const TokenizerSettings &settings)
        : m_settings(settings), m_specials(idsOf(vocabulary)), m_model{{QStringLiteral("type"), QStringLiteral("BPE")},
                                                                       {QStringLiteral("vocab"), vocabulary.object()},
                                                                       {QStringLiteral("merges"), readMerges(merges)}}
    {
    }

    QJsonObject root();

private:
    static QHash<QString, qint64> idsOf(const JsonPart &vocabulary);

    bool isOf(const char *kind) const { return m_settings.kind().contains(QLatin1String(kind)); }
    bool marksWordEnds() const;
    void addUsual(const QStringList &roles, const QString &usual);
    QJsonObject byteLevel(bool cutsWords = true) const;
    void makeFirstGpt();
    void makeRoberta();
    void makeQwen();
    void makeGpt2();

    const TokenizerSettings &m_settings;
    SpecialTokens m_specials;
    QJsonObject m_model;
    QJsonObject m_root;
};

QHash<QString, qint64> BytePairs::idsOf(const JsonPart &vocabulary)
{
    QHash<QString, qint64> ids;
    const QJsonObject object = vocabulary.object();
    for (auto it = object.begin(); it != object.end(); ++it)
        ids.insert(it.key(), it.value().toInteger(-1));
    return ids;
}

bool BytePairs::marksWordEnds() const
{
    const QJsonArray merges = m_model.value(QStringLiteral("merges")).toArray();
    return std::any_of(merges.begin(), merges.end(),
                       [](const QJsonValue &merge) { return merge.toString().endsWith(wordEnd); });
}

void BytePairs::addUsual(const QStringList &roles, const QString &usual)
{
    for (const QString &role : roles)
        m_specials.addRole(m_settings, role, usual);
}

QJsonObject BytePairs::byteLevel(bool cutsWords) const
{
    return typedPart(QStringLiteral("ByteLevel"),
                     {{QStringLiteral("add_prefix_space"), m_settings.flag(QStringLiteral("add_prefix_space"), false)},
                      {QStringLiteral("use_regex"), cutsWords},
                      {QStringLiteral("trim_offsets"), false}});
}

void BytePairs::makeFirstGpt()
{
    const QString unknown = m_specials.addRole(m_settings, QStringLiteral("unk_token"), QStringLiteral("<unk>"));
    m_model.insert(QStringLiteral("end_of_word_suffix"), wordEnd);
    if (!unknown.isEmpty())
        m_model.insert(QStringLiteral("unk_token"), unknown);
    m_root.insert(QStringLiteral("normalizer"), typedPart(QStringLiteral("BertNormalizer")));
    m_root.insert(QStringLiteral("pre_tokenizer"), typedPart(QStringLiteral("BertPreTokenizer")));
    m_root.insert(QStringLiteral("decoder"),
                  typedPart(QStringLiteral("BPEDecoder"), {{QStringLiteral("suffix"), wordEnd}}));
}

void BytePairs::makeRoberta()
{
    m_specials.addRole(m_settings, QStringLiteral("bos_token"), QStringLiteral("<s>"));
    m_specials.addRole(m_settings, QStringLiteral("eos_token"), QStringLiteral("</s>"));
    m_specials.addRole(m_settings, QStringLiteral("unk_token"), QStringLiteral("<unk>"));
    const QString sep = m_specials.addRole(m_settings, QStringLiteral("sep_token"), QStringLiteral("</s>"));
    m_specials.addRole(m_settings, QStringLiteral("pad_token"), QStringLiteral("<pad>"));
    const QString cls = m_specials.addRole(m_settings, QStringLiteral("cls_token"), QStringLiteral("<s>"));
    m_specials.addRole(m_settings, QStringLiteral("mask_token"), QStringLiteral("<mask>"));
    QJsonObject post{{QStringLiteral("sep"), QJsonArray{sep, m_specials.id(sep)}},
                     {QStringLiteral("cls"), QJsonArray{cls, m_specials.id(cls)}},
                     {QStringLiteral("add_prefix_space"), m_settings.flag(QStringLiteral("add_prefix_space"), false)}};
    if (!sep.isEmpty() && !cls.isEmpty())
        m_root.insert(QStringLiteral("post_processor"), typedPart(QStringLiteral("RobertaProcessing"), post));
}

void BytePairs::makeQwen()
{
    const QString expression = QStringLiteral("(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| "
                                              "?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|"
                                              "\\s+(?!\\S)|\\s+");
    addUsual({QStringLiteral("unk_token"), QStringLiteral("eos_token"), QStringLiteral("pad_token")}, endOfText);
    m_root.insert(QStringLiteral("normalizer"), typedPart(QStringLiteral("NFC")));
    m_root.insert(QStringLiteral("pre_tokenizer"),
                  sequencePart(QStringLiteral("pretokenizers"),
                               {splitPart(expression, QStringLiteral("Isolated")), byteLevel(false)}));
}

void BytePairs::makeGpt2()
{
    addUsual({QStringLiteral("unk_token"), QStringLiteral("eos_token"), QStringLiteral("pad_token")}, endOfText);
    const QString bos = m_specials.addRole(m_settings, QStringLiteral("bos_token"), endOfText);
    if (m_settings.flag(QStringLiteral("add_bos_token"), isOf("opt")) && !bos.isEmpty())
        m_root.insert(QStringLiteral("post_processor"), templatePart({m_specials.part(bos)}, {}));
}

QJsonObject BytePairs::root()
{
    m_root.insert(QStringLiteral("pre_tokenizer"), byteLevel());
    m_root.insert(QStringLiteral("decoder"), typedPart(QStringLiteral("ByteLevel")));
    const bool isSilent = m_settings.kind().isEmpty();
    const bool looksLikeRoberta = m_specials.knows(QStringLiteral("<s>")) && m_specials.knows(QStringLiteral("<mask>"));
    if (isOf("openai") || (isSilent && marksWordEnds()))
        makeFirstGpt();
    else if (isOf("roberta") || (isSilent && looksLikeRoberta))
        makeRoberta();
    else if (isOf("qwen"))
        makeQwen();
    else
        makeGpt2();
    m_specials.addListed(m_settings);
    m_root.insert(QStringLiteral("model"), m_model);
    m_root.insert(QStringLiteral("added_tokens"), m_specials.list());
    return m_root;
}

} // namespace

JsonPart bytePairSource(const QString &vocabulary, const QString &merges, const TokenizerSettings &settings)
{
    const QString both = QString(vocabulary + QStringLiteral(" with merges.txt"));
    return {both, {}, BytePairs(JsonPart::file(vocabulary), merges, settings).root()};
}

} // namespace cw
