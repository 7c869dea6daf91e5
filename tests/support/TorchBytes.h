// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>
#include <vector>

namespace cw::test {

/// A record of a zip archive, with what its entries may claim falsely.
struct ZipEntry {
    QByteArray name;
    QByteArray bytes;
    qint64 claimedBytes = -1; ///< -1: as many as there are
    quint16 method = 0;
    qint64 header = -1; ///< where the list says the record stands; -1: where it does
};

template <class T> QByteArray littleEndian(T number)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

/// A zip archive of stored records, written byte by byte.
inline QByteArray zipped(const std::vector<ZipEntry> &entries)
{
    QByteArray file;
    QByteArray list;
    for (const ZipEntry &entry : entries) {
        const auto size = static_cast<quint32>(entry.claimedBytes < 0 ? entry.bytes.size() : entry.claimedBytes);
        const auto place = static_cast<quint32>(entry.header < 0 ? file.size() : entry.header);
        const QByteArray common =
            littleEndian<quint16>(0) + littleEndian<quint16>(entry.method) + littleEndian<quint32>(0) +
            littleEndian<quint32>(0) + littleEndian<quint32>(entry.method ? 5 : size) + littleEndian<quint32>(size) +
            littleEndian<quint16>(static_cast<quint16>(entry.name.size())) + littleEndian<quint16>(0);
        list += "PK\x01\x02" + littleEndian<quint32>(0) + common + QByteArray(10, '\0') + littleEndian<quint32>(place) +
                entry.name;
        file += "PK\x03\x04" + littleEndian<quint16>(0) + common + entry.name + entry.bytes;
    }
    const auto count = littleEndian(static_cast<quint16>(entries.size()));
    return file + list + "PK\x05\x06" + QByteArray(4, '\0') + count + count +
           littleEndian(static_cast<quint32>(list.size())) + littleEndian(static_cast<quint32>(file.size())) +
           littleEndian<quint16>(0);
}

namespace pickle {

inline QByteArray text(const QByteArray &letters)
{
    return 'X' + littleEndian(static_cast<quint32>(letters.size())) + letters;
}

inline QByteArray number(qint64 value)
{
    return QByteArray("\x8a\x08", 2) + littleEndian(value);
}

inline QByteArray numbers(const std::vector<qint64> &values)
{
    QByteArray bytes("(");
    for (const qint64 value : values)
        bytes += number(value);
    return bytes + 't';
}

inline QByteArray storage(const QByteArray &key, qint64 count, const QByteArray &type = "FloatStorage")
{
    return '(' + text("storage") + "ctorch\n" + type + '\n' + text(key) + text("cpu") + number(count) + "tQ";
}

inline QByteArray tensor(const QByteArray &storage, qint64 offset, const std::vector<qint64> &shape,
                         const std::vector<qint64> &strides)
{
    return "ctorch._utils\n_rebuild_tensor_v2\n(" + storage + number(offset) + numbers(shape) + numbers(strides) +
           "\x89}tR";
}

/// A dict of one entry.
inline QByteArray dict(const QByteArray &key, const QByteArray &value)
{
    return "\x80\x02}" + text(key) + value + "s.";
}

} // namespace pickle

/// A file as torch.save writes it: a pickle, and one storage "0" of four numbers.
inline QByteArray torchFile(const QByteArray &pickled)
{
    return zipped({{"m/data.pkl", pickled}, {"m/byteorder", "little"}, {"m/data/0", QByteArray(16, '\0')}});
}

} // namespace cw::test
