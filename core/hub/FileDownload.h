// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/ContentCheck.h"

#include <QFile>
#include <functional>

namespace cw {

class HubConnection;
class HubModel;
class Patience;
class UnfinishedFolder;
struct HubAnswer;

/// One file on its way from a hub into an unfinished folder: goes on where an earlier part ends, asks again when the
/// connection is lost, and keeps nothing that is not what the hub lists.
class FileDownload {
public:
    /// Where a download stands: told after each piece, at least every 50 ms; throws to stop.
    using Progress = std::function<void(qint64 bytes)>;

    FileDownload(const HubFile &file, UnfinishedFolder &folder, const HubModel &model);

    /// Bytes of the file that are there already.
    qint64 there() const;
    /// Comes before run(): opens the part, and reads what an earlier download left of it for the checksum.
    void prepare(const Progress &progress);
    /// Throws Error: of kind Network when the hub fails or what came is not the file (the part is removed then), of
    /// kind File when it cannot be written (the part is kept).
    void run(HubConnection &connection, Patience &patience, const QString &commit, const Progress &progress);

private:
    void openPart();
    void take(const HubAnswer &head, const QByteArray &bytes, Patience &patience, const Progress &progress);
    void checkHead(const HubAnswer &head);
    void write(const QByteArray &bytes);
    [[noreturn]] void throwCannotWrite() const;
    void restart();
    [[noreturn]] void refuse(const char *sentence, std::vector<std::string> arguments);

    const HubFile m_file;
    UnfinishedFolder &m_folder;
    const HubModel &m_model;
    ContentCheck m_check;
    QFile m_part;
    qint64 m_offset = 0;
    bool m_sawHead = false;
};

} // namespace cw
