// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/tokenizer/JsonPart.h"

namespace cw {

/// What the small files beside a tokenizer say about it: tokenizer_config.json, special_tokens_map.json,
/// added_tokens.json and config.json. Each may be missing.
class TokenizerSettings {
public:
    /// Those of no file.
    TokenizerSettings();
    /// Throws Error of kind File or Format for a file that is there and cannot be read.
    explicit TokenizerSettings(const QString &folder);

    /// The text of a special token by its role, such as "mask_token"; absent where no file names it.
    QString special(const QString &role, const QString &absent = {}) const;
    bool flag(const QString &key, bool absent) const { return m_config.flag(key, absent); }
    /// A flag that may be left open: null where it is.
    QJsonValue openFlag(const QString &key) const;
    /// What kind of tokenizer it is, in lower case: the name of its class, or the model's type.
    QString kind() const;
    int count(const QString &key, int absent) const { return m_config.count(key, absent); }
    /// How the special token of a role is looked for, where the files say so: "lstrip" and the like.
    QJsonObject specialFlags(const QString &role) const;

    struct Added {
        std::int64_t id = 0;
        QString token;
        bool isSpecial = false;
        QJsonObject flags;
    };
    /// The tokens that were added to the vocabulary, by their ids.
    std::vector<Added> addedTokens() const;

private:
    bool isSpecial(const QString &token) const;

    JsonPart m_config;
    JsonPart m_special;
    JsonPart m_added;
    JsonPart m_model;
};

} // namespace cw
