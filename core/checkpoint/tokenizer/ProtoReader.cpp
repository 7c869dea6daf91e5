// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/ProtoReader.h"

#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/engine/Error.h"

#include <QtEndian>
#include <cstring>

namespace cw {

ProtoReader::ProtoReader(QByteArrayView message, QString path, qsizetype place)
    : m_message(message), m_path(std::move(path)), m_place(place)
{
}

void ProtoReader::fail(qsizetype at) const
{
    throw Error(Error::Kind::Format,
                QT_TRANSLATE_NOOP("Error",
                                  "The tokenizer file \"%1\" is no sound SentencePiece model: byte %2 does not "
                                  "fit. Fetch it again."),
                {m_path.toStdString(), std::to_string(m_place + at)});
}

quint64 ProtoReader::varint()
{
    const qsizetype begin = m_at;
    quint64 value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        if (m_at >= m_message.size())
            break;
        const auto byte = static_cast<unsigned char>(m_message[m_at++]);
        value |= static_cast<quint64>(byte & 0x7F) << shift;
        if (byte < 0x80)
            return value;
    }
    fail(begin);
}

void ProtoReader::take(qsizetype size)
{
    if (size < 0 || size > m_message.size() - m_at)
        fail(m_at);
    m_valuePlace = m_place + m_at;
    m_bytes = m_message.sliced(m_at, size);
    m_at += size;
}

bool ProtoReader::next()
{
    if (m_at >= m_message.size())
        return false;
    const qsizetype begin = m_at;
    const quint64 tag = varint();
    m_field = static_cast<int>(tag >> 3 & 0x1FFFFFFF);
    m_kind = static_cast<Kind>(tag & 7);
    switch (m_kind) {
    case Kind::Varint: m_number = varint(); break;
    case Kind::Fixed64: take(8); break;
    case Kind::Fixed32: take(4); break;
    case Kind::Bytes: {
        const quint64 size = varint();
        take(size > static_cast<quint64>(m_message.size()) ? -1 : static_cast<qsizetype>(size));
        break;
    }
    default: fail(begin);
    }
    if (m_field == 0)
        fail(begin);
    return true;
}

void ProtoReader::require(Kind kind) const
{
    if (m_kind != kind)
        fail(m_at);
}

qint64 ProtoReader::number() const
{
    require(Kind::Varint);
    return static_cast<qint64>(m_number);
}

float ProtoReader::real() const
{
    require(Kind::Fixed32);
    const auto bits = qFromLittleEndian<quint32>(m_bytes.data());
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

QByteArrayView ProtoReader::bytes() const
{
    require(Kind::Bytes);
    return m_bytes;
}

QString ProtoReader::text() const
{
    return fromLossyUtf8(bytes().toByteArray());
}

} // namespace cw
