// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/TokenizerSettings.h"

#include "core/checkpoint/FolderFile.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <iterator>

namespace cw {
namespace {

JsonPart nothing()
{
    return {{}, {}, QJsonObject()};
}

JsonPart fileOrNothing(const QString &folder, const QString &name)
{
    const QString path = QDir(folder).filePath(name);
    return QFileInfo::exists(path) ? JsonPart::file(fileInFolder(folder, name)) : nothing();
}

/// A special token stands there as its text or as an object with the text in "content".
QString contentOf(const JsonPart &token)
{
    return token.isNull() ? QString() : token.isObject() ? token.text(QStringLiteral("content")) : token.text();
}

QJsonObject flagsOf(const JsonPart &token)
{
    QJsonObject flags;
    for (const char *name : {"lstrip", "rstrip", "single_word", "normalized"}) {
        const QString key = QString::fromLatin1(name);
        if (token.isObject() && token.has(key))
            flags.insert(key, token.flag(key, false));
    }
    return flags;
}

const char *const roles[]{"bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token"};

} // namespace

TokenizerSettings::TokenizerSettings()
    : m_config(nothing()), m_special(nothing()), m_added(nothing()), m_model(nothing())
{
}

TokenizerSettings::TokenizerSettings(const QString &folder)
    : m_config(fileOrNothing(folder, QStringLiteral("tokenizer_config.json"))),
      m_special(fileOrNothing(folder, QStringLiteral("special_tokens_map.json"))),
      m_added(fileOrNothing(folder, QStringLiteral("added_tokens.json"))),
      m_model(fileOrNothing(folder, QStringLiteral("config.json")))
{
}

QString TokenizerSettings::special(const QString &role, const QString &absent) const
{
    const QString configured = contentOf(m_config.at(role));
    if (!configured.isEmpty())
        return configured;
    const QString mapped = contentOf(m_special.at(role));
    return mapped.isEmpty() ? absent : mapped;
}

QJsonValue TokenizerSettings::openFlag(const QString &key) const
{
    return m_config.at(key).isNull() ? QJsonValue() : QJsonValue(m_config.flag(key, false));
}

QJsonObject TokenizerSettings::specialFlags(const QString &role) const
{
    return flagsOf(m_config.at(role).isNull() ? m_special.at(role) : m_config.at(role));
}

bool TokenizerSettings::isSpecial(const QString &token) const
{
    return std::any_of(std::begin(roles), std::end(roles),
                       [&](const char *role) { return special(QString::fromLatin1(role)) == token; });
}

std::vector<TokenizerSettings::Added> TokenizerSettings::addedTokens() const
{
    std::vector<Added> result;
    const JsonPart decoder = m_config.at(QStringLiteral("added_tokens_decoder"));
    if (decoder.isNull()) {
        const QJsonObject ids = m_added.object();
        for (auto it = ids.begin(); it != ids.end(); ++it) {
            const bool isMarked = isSpecial(it.key());
            result.push_back(
                {m_added.at(it.key()).id(), it.key(), isMarked, {{QStringLiteral("normalized"), !isMarked}}});
        }
    } else {
        const QJsonObject tokens = decoder.object();
        for (const QString &key : tokens.keys()) {
            const JsonPart token = decoder.at(key);
            result.push_back(
                {key.toInt(), contentOf(token), token.flag(QStringLiteral("special"), false), flagsOf(token)});
        }
    }
    std::sort(result.begin(), result.end(), [](const Added &a, const Added &b) { return a.id < b.id; });
    return result;
}

QString TokenizerSettings::kind() const
{
    const QString name = m_config.text(QStringLiteral("tokenizer_class"), QString());
    return (name.isEmpty() ? m_model.text(QStringLiteral("model_type"), QString()) : name).toLower();
}

} // namespace cw
