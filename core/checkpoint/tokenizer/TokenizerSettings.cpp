// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/TokenizerSettings.h"

#include <QDir>
#include <QFileInfo>

namespace cw {
namespace {

JsonPart fileOrNothing(const QString &folder, const QString &name)
{
    const QString path = QDir(folder).filePath(name);
    return QFileInfo::exists(path) ? JsonPart::file(path) : JsonPart(path, {}, QJsonObject());
}

/// A special token stands there as its text or as an object with the text in "content".
QString contentOf(const JsonPart &token)
{
    return token.isNull() ? QString() : token.isObject() ? token.text(QStringLiteral("content")) : token.text();
}

} // namespace

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

QString TokenizerSettings::kind() const
{
    const QString name = m_config.text(QStringLiteral("tokenizer_class"), QString());
    return (name.isEmpty() ? m_model.text(QStringLiteral("model_type"), QString()) : name).toLower();
}

} // namespace cw
