// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Error.h"

#include <QByteArrayView>
#include <QtEndian>
#include <string_view>

namespace cw {

/// Reads a part of a file from front to back and never past its end. Positions count from the beginning of the file.
class ByteCursor {
public:
    /// Throws Error of kind Format when [begin, end) is not within the file.
    ByteCursor(QByteArrayView file, std::string path, std::int64_t begin, std::int64_t end);

    const std::string &path() const { return m_path; }
    std::int64_t position() const { return m_position; }
    std::int64_t rest() const { return m_end - m_position; }

    /// The next count bytes. This and all that follow throw Error of kind Format when the file has no more.
    std::string_view take(std::int64_t count);
    std::string_view line(); ///< up to the next line feed, which is skipped
    template <class T> T number() { return qFromLittleEndian<T>(take(sizeof(T)).data()); }
    template <class T> T bigEndian() { return qFromBigEndian<T>(take(sizeof(T)).data()); }

    /// Throws Error of kind Format: message says what is wrong with %1, the file, at byte %2.
    [[noreturn]] void refuse(const char *message) const;

private:
    QByteArrayView m_file;
    std::string m_path;
    std::int64_t m_position;
    std::int64_t m_end;
};

} // namespace cw
