// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/MapWatch.h"

#include <QByteArray>
#include <QFile>
#include <memory>
#include <optional>

namespace cw {

/// The one owner of a file mapped into memory, or of its bytes, read-only. Whatever points into it keeps it alive.
class MappedFile {
public:
    /// Throws Error of kind File naming path when it is missing, empty or cannot be read.
    static std::shared_ptr<const MappedFile> open(const QString &path);
    /// Bytes that are in memory already, under a name for messages.
    static std::shared_ptr<const MappedFile> hold(const QByteArray &bytes, const QString &name);

    QString path() const { return m_file.fileName(); }
    const uchar *data() const { return m_data; }
    qint64 size() const { return m_size; }

private:
    explicit MappedFile(const QString &path);

    QFile m_file;
    QByteArray m_bytes; ///< with hold()
    const uchar *m_data = nullptr;
    qint64 m_size = 0;
    std::optional<MapWatch> m_watch; ///< of the map
};

} // namespace cw
