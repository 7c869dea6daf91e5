// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/tokenizer/PartsJson.h"

#include <QHash>

namespace cw {

class TokenizerSettings;

/// The list of added tokens of a tokenizer that comes without tokenizer.json, in the order in which they get ids.
class SpecialTokens {
public:
    /// ids: the tokens of the vocabulary.
    explicit SpecialTokens(QHash<QString, qint64> ids) : m_ids(std::move(ids)), m_next(m_ids.size()) {}

    bool knows(const QString &token) const { return m_ids.contains(token); }
    /// The id of a token that the vocabulary or the list holds, or -1.
    qint64 id(const QString &token) const { return m_ids.value(token, -1); }
    SpecialPart part(const QString &token) const { return {token, id(token)}; }

    /// flags: what differs from a token that is looked for as it is, such as {"lstrip": true}. The first mention
    /// counts.
    void add(const QString &token, bool isSpecial, const QJsonObject &flags = {});
    /// Adds the special token of a role by the name that settings give it, else by its usual one if that is known.
    /// Returns its text; empty where it has none.
    QString addRole(const TokenizerSettings &settings, const QString &role, const QString &usual);
    /// Adds what the files beside list as added.
    void addListed(const TokenizerSettings &settings);

    QJsonArray list() const { return m_list; }

private:
    QHash<QString, qint64> m_ids;
    QHash<QString, bool> m_added;
    QJsonArray m_list;
    qint64 m_next;
};

} // namespace cw
