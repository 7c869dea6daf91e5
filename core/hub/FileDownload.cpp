// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/FileDownload.h"

#include "core/engine/Error.h"
#include "core/hub/HubConnection.h"
#include "core/hub/HubModel.h"
#include "core/hub/HubRefusal.h"
#include "core/hub/Patience.h"
#include "core/hub/UnfinishedFolder.h"

#include <QFileInfo>

namespace cw {
namespace {

constexpr qint64 pieceSize = qint64{1} << 20;
constexpr int rangeNotSatisfiable = 416;

} // namespace

FileDownload::FileDownload(const HubFile &file, UnfinishedFolder &folder, const HubModel &model)
    : m_file(file), m_folder(folder), m_model(model), m_check(file), m_part(folder.part(file))
{
}

qint64 FileDownload::there() const
{
    if (m_folder.has(m_file))
        return m_file.size;
    const qint64 size = m_folder.hasBegun(m_file) ? QFileInfo(m_part.fileName()).size() : 0;
    return size <= m_file.size ? size : 0;
}

void FileDownload::run(HubConnection &connection, Patience &patience, const QString &commit, const Progress &progress)
{
    while (m_offset < m_file.size) {
        m_sawHead = false;
        const HubConnection::Request request{m_model.file(commit, m_file.name), m_offset, m_folder.etag(m_file)};
        const HubAnswer answer = connection.get(
            request, [&](const HubAnswer &head, const QByteArray &bytes) { take(head, bytes, patience, progress); },
            [&] { progress(m_offset); });
        if (answer.status == rangeNotSatisfiable)
            refuse(QT_TRANSLATE_NOOP("Error", "The hub has another size for %1 than it lists: what came was removed."),
                   {m_file.name.toStdString()});
        HubAnswer shortened = answer;
        if (answer.isWhole() && m_offset < m_file.size)
            shortened.problem = QStringLiteral("%1 / %2 B").arg(m_offset).arg(m_file.size);
        if (m_offset < m_file.size && !patience.waitsFor(shortened, [&] { progress(m_offset); }))
            throwRefusal(shortened, m_model, m_file.name);
    }
    m_part.close();
    if (!m_check.isRight())
        refuse(QT_TRANSLATE_NOOP("Error", "%1 came damaged: its %2 is %3 instead of %4. It was removed; get the model "
                                          "again."),
               {m_file.name.toStdString(), checksumName(m_file.kind), m_check.found().toStdString(),
                m_file.checksum.toStdString()});
    m_folder.finish(m_file);
}

void FileDownload::openPart()
{
    if (there() < QFileInfo(m_part.fileName()).size())
        m_folder.remove(m_file);
    if (!m_folder.hasBegun(m_file))
        m_folder.begin(m_file, {});
    if (!m_part.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        throwCannotWrite();
}

void FileDownload::prepare(const Progress &progress)
{
    openPart();
    const qint64 size = there();
    QFile part(m_part.fileName());
    if (size > 0 && !part.open(QIODevice::ReadOnly))
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be opened: %2."),
                    {part.fileName().toStdString(), part.errorString().toStdString()});
    while (m_offset < size) {
        const QByteArray bytes = part.read(pieceSize);
        if (bytes.isEmpty())
            throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be read: %2."),
                        {part.fileName().toStdString(), part.errorString().toStdString()});
        m_check.add(bytes);
        m_offset += bytes.size();
        progress(m_offset);
    }
}

void FileDownload::take(const HubAnswer &head, const QByteArray &bytes, Patience &patience, const Progress &progress)
{
    if (!m_sawHead)
        checkHead(head);
    m_sawHead = true;
    if (m_offset + bytes.size() > m_file.size)
        refuse(
            QT_TRANSLATE_NOOP("Error", "The hub sends more for %1 than the %2 bytes it lists: what came was removed."),
            {m_file.name.toStdString(), std::to_string(m_file.size)});
    write(bytes);
    m_check.add(bytes);
    m_offset += bytes.size();
    if (!bytes.isEmpty())
        patience.succeed();
    progress(m_offset);
}

void FileDownload::checkHead(const HubAnswer &head)
{
    if (head.status != 206 && m_offset > 0)
        restart(); // the content is another one, or the server sends files only whole
    if (head.from != m_offset)
        refuse(QT_TRANSLATE_NOOP("Error",
                                 "The hub sends another part of %1 than it was asked for: what came was removed."),
               {m_file.name.toStdString()});
    if (head.length >= 0 && m_offset + head.length != m_file.size)
        refuse(
            QT_TRANSLATE_NOOP("Error", "The hub sends %1 bytes for %2, but lists it with %3: what came was removed."),
            {std::to_string(m_offset + head.length), m_file.name.toStdString(), std::to_string(m_file.size)});
    if (head.hubEtag.size() == m_file.checksum.size() && head.hubEtag != m_file.checksum)
        refuse(QT_TRANSLATE_NOOP("Error", "%1 has changed on the hub since it was listed: get the model again."),
               {m_file.name.toStdString()});
    m_folder.begin(m_file, head.etag);
}

void FileDownload::write(const QByteArray &bytes)
{
    if (m_part.write(bytes) != bytes.size())
        throwCannotWrite();
}

void FileDownload::throwCannotWrite() const
{
    if (m_part.error() == QFileDevice::ResourceError)
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error",
                                      "The disk is full: %1 cannot be written. What came is kept; make room and "
                                      "get the model again to go on."),
                    {m_part.fileName().toStdString()});
    throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2."),
                {m_part.fileName().toStdString(), m_part.errorString().toStdString()});
}

void FileDownload::restart()
{
    m_check.restart();
    m_offset = 0;
    if (!m_part.resize(0))
        throwCannotWrite();
}

void FileDownload::refuse(const char *sentence, std::vector<std::string> arguments)
{
    m_part.close();
    m_folder.remove(m_file);
    throw Error(Error::Kind::Network, sentence, std::move(arguments));
}

} // namespace cw
