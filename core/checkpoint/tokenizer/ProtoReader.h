// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace cw {

/// Reads the fields of a message in Protocol Buffers' wire format one after another. A field that does not fit into the
/// message, or is of a kind that is not in use, makes it throw Error of kind Format naming the file and the place.
class ProtoReader {
public:
    ProtoReader(QByteArrayView message, QString path, qsizetype place = 0);

    /// Goes on to the next field; false at the end.
    bool next();
    int field() const { return m_field; }
    /// The value of the field at hand. Throws as above where it is of another kind.
    qint64 number() const;
    float real() const;
    QByteArrayView bytes() const;
    QString text() const;
    ProtoReader message() const { return {bytes(), m_path, m_valuePlace}; }

private:
    enum class Kind { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };

    quint64 varint();
    void take(qsizetype size);
    void require(Kind kind) const;
    [[noreturn]] void fail(qsizetype at) const;

    QByteArrayView m_message;
    QString m_path;
    qsizetype m_place; ///< of the message in the file
    qsizetype m_at = 0;
    int m_field = 0;
    Kind m_kind = Kind::Varint;
    quint64 m_number = 0;
    QByteArrayView m_bytes;
    qsizetype m_valuePlace = 0;
};

} // namespace cw
