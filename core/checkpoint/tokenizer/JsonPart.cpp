// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/JsonPart.h"

#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/TokenizerFile.h"
#include "core/engine/Error.h"

#include <QJsonDocument>

namespace cw {
JsonPart::JsonPart(QString file, QString path, QJsonValue value)
    : m_file(std::move(file)), m_path(std::move(path)), m_value(std::move(value))
{
}

JsonPart JsonPart::file(const QString &path)
{
    return parse(readTokenizerFile(path), path);
}

JsonPart JsonPart::parse(QByteArray bytes, const QString &path)
{
    // Qt takes U+FEFF at the beginning of a text for a byte order mark and drops it, unless it is escaped.
    bytes.replace("\xEF\xBB\xBF", "\\ufeff");
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is damaged at byte %2: %3. Fetch it again."),
                    {path.toStdString(), std::to_string(problem.offset), problem.errorString().toStdString()});
    if (!document.isObject())
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "The file \"%1\" is no tokenizer: it does not hold a JSON object."),
                    {path.toStdString()});
    return {path, {}, document.object()};
}

JsonPart JsonPart::at(const QString &key) const
{
    return {m_file, m_path.isEmpty() ? key : QString(m_path + u'.' + key), object().value(key)};
}

std::vector<JsonPart> JsonPart::list() const
{
    std::vector<JsonPart> result;
    const QJsonArray parts = array();
    for (qsizetype i = 0; i < parts.size(); ++i)
        result.push_back({m_file, QString(m_path + u'.' + QString::number(i)), parts.at(i)});
    return result;
}

QJsonArray JsonPart::array() const
{
    if (!m_value.isArray())
        fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: \"%2\" is missing or is not a list."));
    return m_value.toArray();
}

QJsonObject JsonPart::object() const
{
    if (!m_value.isObject())
        fail(QT_TRANSLATE_NOOP("Error",
                               "The tokenizer file \"%1\" is unusable: \"%2\" is missing or is not an object."));
    return m_value.toObject();
}

QString JsonPart::text() const
{
    if (!m_value.isString())
        fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: \"%2\" is missing or is not a text."));
    return wellFormed(m_value.toString());
}

std::int64_t JsonPart::id() const
{
    const std::int64_t value = m_value.toInteger(-1);
    if (value < 0 || value > INT32_MAX)
        fail(QT_TRANSLATE_NOOP(
            "Error", "The tokenizer file \"%1\" is unusable: \"%2\" is not a whole number from 0 to 2147483647."));
    return value;
}

QString JsonPart::text(const QString &key, const QString &absent) const
{
    const JsonPart part = at(key);
    return part.isNull() ? absent : part.text();
}

bool JsonPart::flag(const QString &key, bool absent) const
{
    const JsonPart part = at(key);
    if (part.isNull())
        return absent;
    if (!part.m_value.isBool())
        part.fail(
            QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: \"%2\" is neither true nor false."));
    return part.m_value.toBool();
}

int JsonPart::count(const QString &key, int absent) const
{
    const JsonPart part = at(key);
    return part.isNull() ? absent : static_cast<int>(part.id());
}

void JsonPart::fail(const char *message, const QString &detail) const
{
    throw Error(Error::Kind::Format, message, {m_file.toStdString(), m_path.toStdString(), detail.toStdString()});
}

void JsonPart::failAsEmpty() const
{
    fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: \"%2\" is empty."));
}

void JsonPart::failAsTooLong() const
{
    fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: \"%2\" is longer than it can be."));
}

void JsonPart::failAsTooLarge() const
{
    fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: \"%2\" holds more text than a vocabulary "
                                    "can have."));
}

void JsonPart::unknown(const QString &type) const
{
    throw Error(Error::Kind::Unsupported,
                QT_TRANSLATE_NOOP("Error",
                                  "The tokenizer file \"%1\" cannot be used: its \"%2\" is of the type \"%3\", which "
                                  "this program does not know."),
                {m_file.toStdString(), m_path.toStdString(), type.toStdString()});
}

} // namespace cw
