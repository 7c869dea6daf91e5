// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <memory>

namespace cw {

/// The one owner of a file mapped into memory, read-only. Whatever points into it keeps it alive.
class MappedFile {
public:
    /// Throws Error of kind File naming path when it is missing, empty or cannot be read.
    static std::shared_ptr<const MappedFile> open(const QString &path);

    QString path() const { return m_file.fileName(); }
    const uchar *data() const { return m_data; }
    qint64 size() const { return m_file.size(); }

private:
    explicit MappedFile(const QString &path);

    QFile m_file;
    const uchar *m_data = nullptr;
};

} // namespace cw
