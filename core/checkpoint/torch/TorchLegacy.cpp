// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/torch/PickleReader.h"
#include "core/checkpoint/torch/StateDict.h"
#include "core/checkpoint/torch/TorchFormats.h"

#include <unordered_map>

namespace cw {
namespace {

// The number that torch.save has put at the beginning: 0x1950a86a20f9469cfc6c, as a pickle.
constexpr std::string_view magic("\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.", 13);
constexpr std::int64_t protocolBytes = 2;
constexpr std::int64_t knownVersion = 1001;

/// Pickles in a row: the magic number, a version, a description of the machine, the dict, the order of its storages;
/// then the storages, each with its count of numbers in front.
class LegacyReader {
public:
    LegacyReader(QByteArrayView file, std::string path)
        : m_path(std::move(path)), m_cursor(file, m_path, 0, file.size())
    {
    }

    TensorTable read()
    {
        m_cursor.take(protocolBytes + static_cast<std::int64_t>(magic.size()));
        readVersion();
        readMachine();
        PickleParts parts;
        const PickleValue dict = PickleReader(m_cursor, parts).read();
        PickleParts order;
        const PickleValue keys = PickleReader(m_cursor, order).read();
        TensorTable table;
        table.descriptionEnd = m_cursor.position();
        findStorages(parts, keys.isSequence() ? order.of(keys) : std::vector<PickleValue>());
        const auto placeOf = [this](const PickledStorage &storage) { return place(storage); };
        table.tensors = readStateDict(dict, parts, placeOf, m_path);
        return table;
    }

private:
    void readVersion()
    {
        PickleParts parts;
        const PickleValue version = PickleReader(m_cursor, parts).read();
        if (!version.is(PickleKind::Int) || version.number != knownVersion)
            throw Error(Error::Kind::Unsupported,
                        QT_TRANSLATE_NOOP("Error", "%1 is of a version of PyTorch's format that is not known; have the "
                                                   "weights saved as safetensors."),
                        {m_path});
    }

    void readMachine()
    {
        PickleParts parts;
        const PickleValue machine = PickleReader(m_cursor, parts).read();
        if (!machine.is(PickleKind::Dict))
            return;
        const std::vector<PickleValue> &items = parts.of(machine);
        for (std::size_t i = 0; i + 1 < items.size(); i += 2)
            if (items[i].text == "little_endian" && items[i + 1].is(PickleKind::Bool) && items[i + 1].number == 0)
                throw Error(Error::Kind::Unsupported,
                            QT_TRANSLATE_NOOP("Error", "%1 was written by a machine with another order of bytes; have "
                                                       "the weights saved as safetensors there."),
                            {m_path});
    }

    void findStorages(const PickleParts &parts, const std::vector<PickleValue> &keys)
    {
        for (const PickledStorage &storage : parts.storages()) {
            const auto inserted = m_storages.emplace(storage.key, Stored{storage.type, storage.count, {}});
            const Stored &known = inserted.first->second;
            if (known.type != storage.type || known.count != storage.count)
                refuse(storage.key);
        }
        for (const PickleValue &key : keys) {
            const auto known = m_storages.find(key.text);
            if (known == m_storages.end() || known->second.begin)
                refuse(key.text);
            if (m_cursor.number<qint64>() != known->second.count)
                refuse(key.text);
            known->second.begin = m_cursor.position();
            const std::int64_t width = elementBytes(known->second.type);
            m_cursor.take(known->second.count > m_cursor.rest() / width ? m_cursor.rest() + 1
                                                                        : known->second.count * width);
        }
    }

    std::int64_t place(const PickledStorage &storage) const
    {
        const std::optional<std::int64_t> begin = m_storages.at(storage.key).begin;
        if (!begin)
            refuse(storage.key);
        return *begin;
    }

    [[noreturn]] void refuse(std::string_view key) const
    {
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 is damaged: what it says of the storage %2 does not fit together."),
                    {m_path, std::string(key)});
    }

    struct Stored {
        ElementType type;
        std::int64_t count;
        std::optional<std::int64_t> begin;
    };

    std::string m_path;
    ByteCursor m_cursor;
    std::unordered_map<std::string_view, Stored> m_storages;
};

} // namespace

bool isTorchLegacy(QByteArrayView file)
{
    return file.size() > protocolBytes && file.startsWith('\x80') &&
           file.sliced(protocolBytes).startsWith(QByteArrayView(magic.data(), static_cast<qsizetype>(magic.size())));
}

TensorTable readTorchLegacy(QByteArrayView file, const QString &path)
{
    return LegacyReader(file, path.toStdString()).read();
}

} // namespace cw
