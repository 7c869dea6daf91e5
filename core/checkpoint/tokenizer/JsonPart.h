// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <cstdint>
#include <vector>

namespace cw {

/// A part of tokenizer.json that knows its file and its place, so that every complaint names both. All readers throw
/// Error of kind Format where the part is missing or is of another type.
class JsonPart {
public:
    /// Reads a whole file that holds one JSON object. Throws Error of kind File or Format naming it.
    static JsonPart file(const QString &path);
    /// The same for the bytes of a file.
    static JsonPart parse(QByteArray bytes, const QString &path);
    /// A part at hand: file and path say where it comes from.
    JsonPart(QString file, QString path, QJsonValue value);

    JsonPart at(const QString &key) const;
    std::vector<JsonPart> list() const;
    bool isNull() const { return m_value.isNull() || m_value.isUndefined(); }
    bool isObject() const { return m_value.isObject(); }
    bool isArray() const { return m_value.isArray(); }
    bool isString() const { return m_value.isString(); }
    bool has(const QString &key) const { return m_value.toObject().contains(key); }

    QJsonObject object() const;
    QJsonArray array() const;
    QString text() const;
    /// A token id: a whole number from 0 to 2^31 - 1.
    std::int64_t id() const;
    QString text(const QString &key) const { return at(key).text(); }
    QString text(const QString &key, const QString &absent) const;
    bool flag(const QString &key, bool absent) const;
    int count(const QString &key, int absent) const;

    QString path() const { return m_path; }
    QString fileName() const { return m_file; }
    /// Throws Error of kind Format: the part is wrong, and message says how; %1 is the file, %2 the part, %3 detail.
    [[noreturn]] void fail(const char *message, const QString &detail = {}) const;
    /// Throws Error of kind Format: the part is empty.
    [[noreturn]] void failAsEmpty() const;
    /// Throws Error of kind Format: the part is a text that is longer than such a one can be.
    [[noreturn]] void failAsTooLong() const;
    /// Throws Error of kind Format: the part holds more text than any real one.
    [[noreturn]] void failAsTooLarge() const;
    /// Throws Error of kind Unsupported: this program does not know a part of that type.
    [[noreturn]] void unknown(const QString &type) const;

private:
    QString m_file;
    QString m_path;
    QJsonValue m_value;
};

} // namespace cw
