// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <random>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t largest);

namespace {

/// Changes one part of a JSON document, which stays one: changes of bytes seldom come past the parser.
class JsonMutator {
public:
    explicit JsonMutator(unsigned seed) : m_random(seed) {}

    QJsonObject mutate(const QJsonObject &document)
    {
        m_document = document;
        m_done = false;
        m_left = below(count(document));
        return changed(document).toObject();
    }

private:
    std::size_t below(std::size_t limit) { return limit < 2 ? 0 : m_random() % limit; }

    static std::size_t count(const QJsonValue &value)
    {
        std::size_t parts = 1;
        for (const auto &part : value.toArray())
            parts += count(part);
        for (const auto &part : value.toObject())
            parts += count(part);
        return parts;
    }

    /// The part that the count has come to, in the order of count().
    QJsonValue part(const QJsonValue &value, std::size_t &left) const
    {
        if (left-- == 0)
            return value;
        QJsonValue found(QJsonValue::Undefined);
        for (const auto &inner : value.toArray())
            if (found.isUndefined())
                found = part(inner, left);
        for (const auto &inner : value.toObject())
            if (found.isUndefined())
                found = part(inner, left);
        return found;
    }

    QJsonValue another()
    {
        const QJsonValue odd[] = {QJsonValue(QJsonValue::Null),
                                  true,
                                  false,
                                  0,
                                  1,
                                  -1,
                                  0.5,
                                  1e308,
                                  2147483648.0,
                                  QString(),
                                  QStringLiteral(" "),
                                  QStringLiteral("a"),
                                  QString(QChar(0xd800)),
                                  QJsonArray(),
                                  QJsonObject()};
        constexpr std::size_t others = std::size(odd);
        const std::size_t choice = below(2 * others);
        if (choice < others)
            return odd[choice];
        std::size_t left = below(count(m_document));
        return part(m_document, left);
    }

    QJsonValue changed(const QJsonValue &value)
    {
        if (m_done)
            return value;
        if (m_left-- == 0) {
            m_done = true;
            return replaced(value);
        }
        if (value.isArray()) {
            QJsonArray array;
            for (const auto &inner : value.toArray())
                array.append(changed(inner));
            return array;
        }
        if (!value.isObject())
            return value;
        const QJsonObject before = value.toObject();
        QJsonObject object;
        for (auto item = before.begin(); item != before.end(); ++item)
            object[item.key()] = changed(item.value());
        return object;
    }

    QJsonValue replaced(const QJsonValue &value)
    {
        if (value.isArray() && below(4) != 0) {
            QJsonArray array = value.toArray();
            const auto place = static_cast<qsizetype>(below(static_cast<std::size_t>(array.size()) + 1));
            if (below(2) == 0 && place < array.size())
                array.removeAt(place);
            else
                array.insert(place, array.isEmpty() || below(2) == 0 ? another() : array.at(place % array.size()));
            return array;
        }
        if (value.isObject() && below(4) != 0) {
            QJsonObject object = value.toObject();
            const QStringList keys = object.keys();
            const QString key = keys.isEmpty()
                                    ? QStringLiteral("a")
                                    : keys.at(static_cast<qsizetype>(below(static_cast<std::size_t>(keys.size()))));
            if (below(2) == 0)
                object.remove(key);
            else
                object[key] = another();
            return object;
        }
        if (value.isString() && below(2) == 0)
            return QString(value.toString().mid(static_cast<qsizetype>(below(3))) + another().toString());
        if (value.isDouble() && below(2) == 0)
            return value.toDouble() + static_cast<double>(below(5)) - 2;
        return another();
    }

    std::mt19937 m_random;
    QJsonObject m_document;
    std::size_t m_left = 0;
    bool m_done = false;
};

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t largest, unsigned seed)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QJsonDocument document = QJsonDocument::fromJson(input);
    if (!document.isObject() || seed % 4 == 0)
        return LLVMFuzzerMutate(data, size, largest);
    QJsonObject object = document.object();
    JsonMutator mutator(seed);
    for (unsigned i = 0; i <= seed % 3; ++i)
        object = mutator.mutate(object);
    const QByteArray output = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (static_cast<std::size_t>(output.size()) > largest)
        return LLVMFuzzerMutate(data, size, largest);
    std::memcpy(data, output.constData(), static_cast<std::size_t>(output.size()));
    return static_cast<std::size_t>(output.size());
}
