// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Error.h"

#include <QJsonObject>
#include <QString>
#include <optional>
#include <vector>

namespace cw {

/// Reads checked values out of a config.json. Whatever is missing or makes no sense throws Error of kind Format that
/// names the file and the key. A key that holds null counts as missing; of keys parted by | the first that is there
/// counts.
class ConfigReader {
public:
    ConfigReader(QJsonObject object, QString path, QString section = {});

    bool has(const char *key) const;
    std::string text(const char *key) const;
    std::string firstText(const char *key) const;          ///< of a list of texts
    std::vector<std::string> texts(const char *key) const; ///< a list of texts; empty when it is missing
    /// A list of pairs of a list of texts and how often it is repeated, as one list of at most limit texts.
    std::vector<std::string> repeatedTexts(const char *key, int limit) const;
    int size(const char *key) const;                      ///< a whole number from 1 to 2^31 - 1
    int count(const char *key) const;                     ///< a whole number from 0 to 2^31 - 1
    std::vector<double> positives(const char *key) const; ///< a list of numbers above 0
    double positive(const char *key) const;
    bool flag(const char *key, bool otherwise) const;
    /// The object under key; empty when it is missing.
    std::optional<ConfigReader> section(const char *key) const;

    /// Throws the error that key's value cannot be used; says why in a clause such as "it must be even".
    [[noreturn]] void refuse(const char *key, const char *why) const;
    std::string path() const { return m_path.toStdString(); }

private:
    QString present(const char *keys) const;
    QJsonValue value(const char *key) const;
    std::string named(const char *key) const;

    QJsonObject m_object;
    QString m_path;
    QString m_section;
};

} // namespace cw
