// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/torch/ZipDirectory.h"

#include "core/checkpoint/torch/ByteCursor.h"

#include <algorithm>
#include <vector>

namespace cw {
namespace {

// The fields are those of the format's own description: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
constexpr quint32 endSignature = 0x06054b50;
constexpr quint32 longEndSignature = 0x06064b50;
constexpr quint32 longEndLocatorSignature = 0x07064b50;
constexpr quint32 entrySignature = 0x02014b50;
constexpr quint32 localSignature = 0x04034b50;
constexpr std::int64_t endBytes = 22;
constexpr std::int64_t longestComment = 65535;
constexpr std::int64_t longEndLocatorBytes = 20;
constexpr quint32 inLongField = 0xffffffff;
constexpr quint16 longExtra = 1;
constexpr quint16 encryptedFlag = 1;
constexpr quint16 descriptorFlag = 8; ///< the checksum stands behind the bytes, not in front of them
constexpr quint32 descriptorSignature = 0x08074b50;
constexpr std::int64_t entryChecksum = 16; ///< from an entry's begin, as the next from a record's
constexpr std::int64_t localChecksum = 14;
constexpr std::int64_t mostRecords = 1'000'000;

struct Entry {
    std::string name;
    std::int64_t header = 0; ///< of the record itself, in front of its bytes
    std::int64_t size = 0;
    bool hasDescriptor = false;
    ZipRecord record;
};

class DirectoryReader {
public:
    DirectoryReader(QByteArrayView file, std::string path) : m_file(file), m_path(std::move(path)) {}

    std::map<std::string, ZipRecord> read()
    {
        findDirectory();
        ByteCursor cursor = at(m_directory, m_directoryEnd);
        std::vector<Entry> entries;
        for (std::int64_t i = 0; i < m_count; ++i)
            entries.push_back(entry(cursor));
        for (Entry &read : entries)
            locate(read);
        return checked(entries);
    }

private:
    ByteCursor at(std::int64_t begin, std::int64_t end) const { return {m_file, m_path, begin, end}; }

    [[noreturn]] void refuse(const char *message, const std::string &name) const
    {
        throw Error(Error::Kind::Format, message, {m_path, name});
    }

    [[noreturn]] void refuseEnd() const
    {
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error",
                                      "%1 is cut off or damaged: it begins as PyTorch's files do, but the list of its "
                                      "records is missing at its end. Copy or download it again."),
                    {m_path});
    }

    /// The end stands behind everything but a comment, whose length it gives.
    std::int64_t findEnd() const
    {
        const std::int64_t first = std::max<std::int64_t>(0, m_file.size() - endBytes - longestComment);
        for (std::int64_t place = m_file.size() - endBytes; place >= first; --place) {
            ByteCursor cursor = at(place, m_file.size());
            if (cursor.number<quint32>() != endSignature)
                continue;
            cursor.take(endBytes - 6);
            if (cursor.number<quint16>() == cursor.rest())
                return place;
        }
        refuseEnd();
    }

    void findDirectory()
    {
        m_directoryEnd = findEnd();
        ByteCursor cursor = at(m_directoryEnd, m_file.size());
        cursor.take(10);
        m_count = cursor.number<quint16>();
        std::int64_t size = cursor.number<quint32>();
        m_directory = cursor.number<quint32>();
        if (const std::int64_t place = m_directoryEnd - longEndLocatorBytes; place >= 0) {
            ByteCursor locator = at(place, m_directoryEnd);
            if (locator.number<quint32>() == longEndLocatorSignature) {
                locator.take(4);
                readLongEnd(locator.number<qint64>(), size);
            }
        }
        if (m_directory < 0 || size < 0 || m_directory > m_directoryEnd || size > m_directoryEnd - m_directory ||
            m_count < 0 || m_count > mostRecords)
            refuseEnd();
        m_directoryEnd = m_directory + size;
    }

    void readLongEnd(std::int64_t place, std::int64_t &size)
    {
        ByteCursor cursor = at(place, m_directoryEnd);
        if (cursor.number<quint32>() != longEndSignature)
            refuseEnd();
        cursor.take(28);
        m_count = cursor.number<qint64>();
        size = cursor.number<qint64>();
        m_directory = cursor.number<qint64>();
        m_directoryEnd = place;
    }

    Entry entry(ByteCursor &cursor) const
    {
        const std::int64_t begin = cursor.position();
        if (cursor.number<quint32>() != entrySignature)
            refuseEnd();
        cursor.take(4);
        const auto flags = cursor.number<quint16>();
        const auto method = cursor.number<quint16>();
        cursor.take(8);
        std::int64_t packed = cursor.number<quint32>();
        Entry read;
        read.hasDescriptor = (flags & descriptorFlag) != 0;
        read.record.checksums.push_back(begin + entryChecksum);
        read.size = cursor.number<quint32>();
        const auto nameBytes = cursor.number<quint16>();
        const auto extraBytes = cursor.number<quint16>();
        const auto commentBytes = cursor.number<quint16>();
        cursor.take(8);
        read.header = cursor.number<quint32>();
        read.name = std::string(cursor.take(nameBytes));
        const std::int64_t extra = cursor.position();
        cursor.take(extraBytes);
        readLongFields(at(extra, extra + extraBytes), read, packed);
        cursor.take(commentBytes);
        if (method != 0 || packed != read.size || (flags & encryptedFlag) != 0)
            throw Error(Error::Kind::Unsupported,
                        QT_TRANSLATE_NOOP("Error", "%1: the record %2 is compressed or encrypted; PyTorch stores "
                                                   "records as they are, so this is not one of its files."),
                        {m_path, read.name});
        return read;
    }

    /// Only those fields are there for which 32 bits were not enough.
    static void readLongFields(ByteCursor extra, Entry &read, std::int64_t &packed)
    {
        while (extra.rest() >= 4) {
            const auto kind = extra.number<quint16>();
            const auto bytes = extra.number<quint16>();
            if (kind != longExtra) {
                extra.take(bytes);
                continue;
            }
            for (std::int64_t *field : {&read.size, &packed, &read.header})
                if (*field == inLongField)
                    *field = extra.number<qint64>();
            return;
        }
    }

    void locate(Entry &read) const
    {
        const char *outside =
            QT_TRANSLATE_NOOP("Error", "%1 is cut off or damaged: the record %2 does not lie within it.");
        if (read.header < 0 || read.size < 0 || read.header > m_directory)
            refuse(outside, read.name);
        ByteCursor cursor = at(read.header, m_directory);
        if (cursor.rest() < 30 || cursor.number<quint32>() != localSignature)
            refuse(outside, read.name);
        cursor.take(22);
        const auto nameBytes = cursor.number<quint16>();
        const auto extraBytes = cursor.number<quint16>();
        if (nameBytes + extraBytes > cursor.rest() || cursor.take(nameBytes) != read.name)
            refuse(outside, read.name);
        cursor.take(extraBytes);
        if (read.size > cursor.rest())
            refuse(outside, read.name);
        read.record.begin = cursor.position();
        read.record.end = cursor.position() + read.size;
        addChecksum(read);
    }

    void addChecksum(Entry &read) const
    {
        if (!read.hasDescriptor) {
            read.record.checksums.push_back(read.header + localChecksum);
            return;
        }
        ByteCursor cursor = at(read.record.end, m_directory);
        if (cursor.rest() >= 8)
            read.record.checksums.push_back(read.record.end +
                                            (cursor.number<quint32>() == descriptorSignature ? 4 : 0));
    }

    /// Records that lie over one another would let a small file claim to be a large one.
    std::map<std::string, ZipRecord> checked(std::vector<Entry> &entries) const
    {
        std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.header < b.header; });
        std::map<std::string, ZipRecord> records;
        std::int64_t end = 0;
        for (const Entry &read : entries) {
            if (read.header < end)
                refuse(QT_TRANSLATE_NOOP("Error", "%1 is damaged: the record %2 lies over another one."), read.name);
            if (!records.emplace(read.name, read.record).second)
                refuse(QT_TRANSLATE_NOOP("Error", "%1 is damaged: the record %2 stands in it twice."), read.name);
            end = read.record.end;
        }
        return records;
    }

    QByteArrayView m_file;
    std::string m_path;
    std::int64_t m_count = 0;
    std::int64_t m_directory = 0;
    std::int64_t m_directoryEnd = 0;
};

} // namespace

std::map<std::string, ZipRecord> readZipDirectory(QByteArrayView file, const QString &path)
{
    return DirectoryReader(file, path.toStdString()).read();
}

} // namespace cw
