// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/SafetensorsHeader.h"

#include "core/checkpoint/JsonFile.h"
#include "core/engine/Error.h"

#include <QJsonArray>
#include <QSet>
#include <QtEndian>
#include <algorithm>
#include <limits>
#include <utility>

namespace cw {
namespace {

constexpr qsizetype lengthBytes = 8;
// The format's own limit: https://github.com/huggingface/safetensors#format
constexpr quint64 longestHeader = 100'000'000;

/// Checks one file's entries; keeps what every error sentence names.
class EntryReader {
public:
    EntryReader(const QString &path, const QString &tensor) : m_path(path.toStdString()), m_tensor(tensor.toStdString())
    {
    }

    TensorEntry read(const QJsonValue &value) const
    {
        const QJsonObject object = value.toObject();
        TensorEntry entry;
        entry.type = type(object.value(QLatin1String("dtype")).toString());
        entry.shape = sizes(object, "shape");
        const std::vector<std::int64_t> offsets = sizes(object, "data_offsets");
        if (offsets.size() != 2 || offsets[0] > offsets[1])
            refuse(QT_TRANSLATE_NOOP("Error", "%1 is damaged: the tensor %2 has no valid data_offsets."));
        entry.begin = offsets[0];
        entry.end = offsets[1];
        checkBytes(entry);
        return entry;
    }

private:
    [[noreturn]] void refuse(const char *message) const
    {
        throw Error(Error::Kind::Format, message, {m_path, m_tensor});
    }

    ElementType type(const QString &name) const
    {
        const std::optional<ElementType> type = elementTypeNamed(name.toStdString());
        if (!type)
            throw Error(Error::Kind::Unsupported,
                        QT_TRANSLATE_NOOP("Error", "%1: the tensor %2 has the type \"%3\"; known are %4."),
                        {m_path, m_tensor, name.toStdString(), elementTypeNames()});
        return *type;
    }

    std::vector<std::int64_t> sizes(const QJsonObject &object, const char *key) const
    {
        const QJsonValue value = object.value(QLatin1String(key));
        if (!value.isArray())
            throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 is damaged: the tensor %2 has no %3."),
                        {m_path, m_tensor, key});
        std::vector<std::int64_t> result;
        for (const auto &item : value.toArray()) {
            result.push_back(item.toInteger(-1));
            if (result.back() < 0)
                throw Error(Error::Kind::Format,
                            QT_TRANSLATE_NOOP("Error", "%1 is damaged: %3 of the tensor %2 holds what is no size."),
                            {m_path, m_tensor, key});
        }
        return result;
    }

    void checkBytes(const TensorEntry &entry) const
    {
        const std::int64_t width = elementBytes(entry.type);
        const bool empty = std::find(entry.shape.begin(), entry.shape.end(), 0) != entry.shape.end();
        std::int64_t bytes = empty ? 0 : width;
        for (const std::int64_t size : entry.shape) {
            if (!empty && bytes > std::numeric_limits<std::int64_t>::max() / size)
                refuse(QT_TRANSLATE_NOOP("Error", "%1 is damaged: the tensor %2 claims more bytes than can exist."));
            bytes *= size;
        }
        if (bytes != entry.end - entry.begin)
            throw Error(
                Error::Kind::Format,
                QT_TRANSLATE_NOOP("Error", "%1 is damaged: the tensor %2 of shape %3 needs %4 bytes but has %5."),
                {m_path, m_tensor, shapeText(entry.shape), std::to_string(bytes),
                 std::to_string(entry.end - entry.begin)});
    }

    std::string m_path;
    std::string m_tensor;
};

/// A key that stands twice in the outer object of valid JSON; Qt's parser would silently keep the last.
QByteArray repeatedKey(const QByteArray &json)
{
    QSet<QByteArray> seen;
    int depth = 0;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || c == ']')
            --depth;
        if (c != '"')
            continue;
        const qsizetype begin = i + 1;
        for (++i; json[i] != '"'; ++i)
            i += json[i] == '\\' ? 1 : 0;
        qsizetype next = i + 1;
        while (next < json.size() &&
               (json[next] == ' ' || json[next] == '\n' || json[next] == '\r' || json[next] == '\t'))
            ++next;
        if (depth != 1 || next == json.size() || json[next] != ':')
            continue;
        QByteArray key = json.mid(begin, i - begin);
        if (seen.contains(key))
            return key;
        seen.insert(key);
    }
    return {};
}

void checkLayout(const TensorTable &header, std::int64_t dataBytes, const std::string &path)
{
    using Named = std::pair<std::string, const TensorEntry *>;
    std::vector<Named> order;
    for (const auto &[name, entry] : header.tensors)
        order.emplace_back(name, &entry);
    std::sort(order.begin(), order.end(), [](const Named &a, const Named &b) {
        return std::pair(a.second->begin, a.second->end) < std::pair(b.second->begin, b.second->end);
    });
    std::int64_t end = 0;
    std::string previous;
    for (const auto &[name, entry] : order) {
        if (entry->begin < end)
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "%1 is damaged: the tensors %2 and %3 overlap."),
                        {path, previous, name});
        if (entry->begin > end)
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "%1 is damaged: before the tensor %2 there are bytes of no tensor."),
                        {path, name});
        if (entry->end > dataBytes)
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error",
                                          "%1 is cut off: the tensor %2 ends at byte %3 of the data, but there "
                                          "are only %4. Copy or download the file again."),
                        {path, name, std::to_string(entry->end), std::to_string(dataBytes)});
        end = entry->end;
        previous = name;
    }
    if (end != dataBytes)
        throw Error(
            Error::Kind::Format,
            QT_TRANSLATE_NOOP("Error", "%1 is damaged: behind its last tensor there are %2 bytes of no tensor."),
            {path, std::to_string(dataBytes - end)});
}

QByteArray headerOf(QByteArrayView file, const std::string &path)
{
    if (file.size() < lengthBytes)
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 is cut off: it has only %2 bytes. Copy or download it again."),
                    {path, std::to_string(file.size())});
    const auto length = qFromLittleEndian<quint64>(file.data());
    const auto rest = static_cast<quint64>(file.size() - lengthBytes);
    if (length > rest)
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error",
                                      "%1 is cut off or no safetensors file: its header should have %2 bytes, but "
                                      "only %3 follow."),
                    {path, std::to_string(length), std::to_string(rest)});
    if (length > longestHeader)
        throw Error(
            Error::Kind::Format,
            QT_TRANSLATE_NOOP("Error", "%1 is no safetensors file: a header of %2 bytes is longer than allowed."),
            {path, std::to_string(length)});
    return file.sliced(lengthBytes, static_cast<qsizetype>(length)).toByteArray();
}

TensorTable readHeader(const QByteArray &json, const QString &path)
{
    const QJsonObject object = parseJsonObject(json, path);
    if (const QByteArray key = repeatedKey(json); !key.isEmpty())
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 is damaged: the tensor %2 stands in it twice."),
                    {path.toStdString(), key.toStdString()});
    TensorTable header;
    for (auto item = object.begin(); item != object.end(); ++item) {
        if (item.key() != QLatin1String("__metadata__")) {
            header.tensors[item.key().toStdString()] = EntryReader(path, item.key()).read(item.value());
            continue;
        }
        const QJsonObject metadata = item.value().toObject();
        for (auto line = metadata.begin(); line != metadata.end(); ++line)
            header.metadata[line.key().toStdString()] = line.value().toString().toStdString();
    }
    return header;
}

} // namespace

bool looksLikeSafetensors(QByteArrayView file)
{
    return file.size() > lengthBytes && qFromLittleEndian<quint64>(file.data()) <= longestHeader &&
           file[lengthBytes] == '{';
}

TensorTable readSafetensors(QByteArrayView file, const QString &path)
{
    const QByteArray json = headerOf(file, path.toStdString());
    const std::int64_t dataBegin = lengthBytes + json.size();
    TensorTable table = readHeader(json, path);
    checkLayout(table, file.size() - dataBegin, path.toStdString());
    for (auto &item : table.tensors) {
        item.second.begin += dataBegin;
        item.second.end += dataBegin;
    }
    table.descriptionBegin = lengthBytes;
    table.descriptionEnd = dataBegin;
    return table;
}

} // namespace cw
