// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <algorithm>
#include <cstdint>

namespace cw {

class JsonPart;

/// The tokens of a model by id and by text.
class Vocabulary {
public:
    static constexpr std::int64_t none = -1;

    Vocabulary() = default;
    /// Reads an object {token: id}, or a list of tokens in the order of their ids. Throws Error of kind Format for an
    /// empty one or an id that is none.
    explicit Vocabulary(const JsonPart &part);

    /// Adds a token with the id that follows on the last; of equal texts the last one's id is found.
    void append(const QString &token);

    /// The id of a token, or none.
    std::int64_t id(const QString &token) const { return m_ids.value(token, none); }
    std::int64_t id(QStringView token) const { return id(QString::fromRawData(token.data(), token.size())); }
    /// The token of an id; null outside.
    QString token(std::int64_t id) const { return m_tokens.value(id); }
    std::int64_t size() const { return std::max(m_ids.size(), m_tokens.size()); }
    const QHash<QString, std::int64_t> &ids() const { return m_ids; }

private:
    void readList(const JsonPart &part);

    QHash<QString, std::int64_t> m_ids;
    QHash<std::int64_t, QString> m_tokens;
};

} // namespace cw
