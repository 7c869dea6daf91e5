// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/SpecialTokens.h"

#include "core/checkpoint/tokenizer/TokenizerSettings.h"

namespace cw {

void SpecialTokens::add(const QString &token, bool isSpecial, const QJsonObject &flags)
{
    if (token.isEmpty() || m_added.contains(token))
        return;
    m_added.insert(token, true);
    if (!m_ids.contains(token))
        m_ids.insert(token, m_next++);
    QJsonObject entry{{QStringLiteral("id"), m_ids.value(token)},
                      {QStringLiteral("content"), token},
                      {QStringLiteral("special"), isSpecial},
                      {QStringLiteral("normalized"), false}};
    for (auto flag = flags.begin(); flag != flags.end(); ++flag)
        entry.insert(flag.key(), flag.value());
    m_list += entry;
}

QString SpecialTokens::addRole(const TokenizerSettings &settings, const QString &role, const QString &usual)
{
    const QString named = settings.special(role);
    const QString token = named.isEmpty() && knows(usual) ? usual : named;
    QJsonObject flags = settings.specialFlags(role);
    if (role == u"mask_token" && token == u"<mask>" && flags.isEmpty())
        flags.insert(QStringLiteral("lstrip"), true); // RoBERTa's takes the space in front of it along
    add(token, true, flags);
    return token;
}

void SpecialTokens::addListed(const TokenizerSettings &settings)
{
    for (const TokenizerSettings::Added &added : settings.addedTokens())
        add(added.token, added.isSpecial, added.flags);
}

} // namespace cw
