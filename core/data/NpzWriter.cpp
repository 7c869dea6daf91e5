// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/NpzWriter.h"

#include "core/engine/Error.h"

#include <QtEndian>
#include <limits>
#include <zlib.h>

namespace cw {
namespace {

template <class T> void append(QByteArray &bytes, T number)
{
    const T little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof(T));
}

template <class T> QByteArray raw(const std::vector<T> &values)
{
    return QByteArray(reinterpret_cast<const char *>(values.data()), static_cast<qsizetype>(values.size() * sizeof(T)));
}

/// Version 1.0 of the .npy format: magic, length of the header, a Python literal padded to a multiple of 64, the
/// values.
QByteArray npyHeader(const char *type, const NpzWriter::Shape &shape)
{
    QByteArray sizes;
    for (const std::int64_t size : shape)
        sizes += QByteArray::number(static_cast<qint64>(size)) + ", ";
    if (shape.size() > 1)
        sizes.chop(2);
    QByteArray literal =
        QByteArray("{'descr': '") + type + "', 'fortran_order': False, 'shape': (" + sizes.trimmed() + "), }";
    constexpr qsizetype before = 10;
    literal.append(63 - (before + literal.size()) % 64, ' ');
    literal.append('\n');
    QByteArray header("\x93NUMPY\x01\x00", 8);
    append(header, static_cast<quint16>(literal.size()));
    return header + literal;
}

/// The fields that the local header and the central directory of a zip file have in common.
QByteArray zipFields(const QByteArray &name, const QByteArray &content)
{
    constexpr quint16 version = 20;
    constexpr quint16 firstOfJanuary1980 = 0x21;
    const auto checksum =
        crc32(0, reinterpret_cast<const Bytef *>(content.constData()), static_cast<uInt>(content.size()));
    QByteArray fields;
    append(fields, version);
    append(fields, quint16{0}); // flags
    append(fields, quint16{0}); // stored, not compressed
    append(fields, quint16{0}); // midnight
    append(fields, firstOfJanuary1980);
    append(fields, static_cast<quint32>(checksum));
    append(fields, static_cast<quint32>(content.size()));
    append(fields, static_cast<quint32>(content.size()));
    append(fields, static_cast<quint16>(name.size()));
    append(fields, quint16{0}); // no extra field
    return fields;
}

QByteArray directoryEntry(const QByteArray &name, const QByteArray &fields, quint32 offset)
{
    QByteArray entry("PK\x01\x02", 4);
    append(entry, quint16{20});
    entry += fields;
    append(entry, quint16{0});          // no comment
    append(entry, quint16{0});          // first disk
    append(entry, quint16{0});          // internal attributes
    append(entry, quint32{0600} << 16); // external attributes: the mode, as Python's zipfile sets it
    append(entry, offset);
    return entry + name;
}

} // namespace

void NpzWriter::add(const std::string &name, const Shape &shape, const std::vector<float> &values)
{
    add(name, "<f4", shape, raw(values));
}

void NpzWriter::add(const std::string &name, const Shape &shape, const std::vector<double> &values)
{
    add(name, "<f8", shape, raw(values));
}

void NpzWriter::add(const std::string &name, const Shape &shape, const std::vector<std::int64_t> &values)
{
    add(name, "<i8", shape, raw(values));
}

void NpzWriter::add(const std::string &name, const char *type, const Shape &shape, const QByteArray &values)
{
    m_entries.push_back({QByteArray::fromStdString(name + ".npy"), npyHeader(type, shape) + values});
}

QByteArray NpzWriter::bytes() const
{
    QByteArray file;
    QByteArray directory;
    for (const Entry &entry : m_entries) {
        if (file.size() + entry.content.size() > std::numeric_limits<quint32>::max() - (1 << 20))
            throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "This is too large for one npz file (4 GB)."));
        const QByteArray fields = zipFields(entry.name, entry.content);
        directory += directoryEntry(entry.name, fields, static_cast<quint32>(file.size()));
        file += QByteArray("PK\x03\x04", 4) + fields + entry.name + entry.content;
    }
    const auto begin = static_cast<quint32>(file.size());
    file += directory + QByteArray("PK\x05\x06\0\0\0\0", 8);
    append(file, static_cast<quint16>(m_entries.size()));
    append(file, static_cast<quint16>(m_entries.size()));
    append(file, static_cast<quint32>(directory.size()));
    append(file, begin);
    append(file, quint16{0}); // no comment
    return file;
}

} // namespace cw
