// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/MappedFile.h"

#include "core/checkpoint/FolderFile.h"
#include "core/engine/Error.h"

namespace cw {

MappedFile::MappedFile(const QString &path) : m_file(path) {}

std::shared_ptr<const MappedFile> MappedFile::open(const QString &path)
{
    const std::shared_ptr<MappedFile> mapped(new MappedFile(path));
    QFile &file = mapped->m_file;
    requireRegularFile(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be opened: %2."),
                    {path.toStdString(), file.errorString().toStdString()});
    if (file.size() == 0)
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 is empty. Copy or download it again."),
                    {path.toStdString()});
    mapped->m_data = file.map(0, file.size());
    if (!mapped->m_data)
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be mapped into memory: %2."),
                    {path.toStdString(), file.errorString().toStdString()});
    mapped->m_size = file.size();
    mapped->m_watch.emplace(file, QByteArrayView(mapped->m_data, mapped->m_size));
    return mapped;
}

std::shared_ptr<const MappedFile> MappedFile::hold(const QByteArray &bytes, const QString &name)
{
    const std::shared_ptr<MappedFile> held(new MappedFile(name));
    held->m_bytes = bytes;
    held->m_data = reinterpret_cast<const uchar *>(held->m_bytes.constData());
    held->m_size = held->m_bytes.size();
    return held;
}

} // namespace cw
