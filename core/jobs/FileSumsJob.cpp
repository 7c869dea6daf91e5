// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/FileSumsJob.h"

#include "core/engine/Monitor.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace cw {
namespace {

constexpr qint64 pieceSize = 1 << 20;

} // namespace

FileSumsJob::FileSumsJob(const QStringList &paths)
    : Job(tr("Checksums of data sets"), Lane::Transfer, JobStatus::Unit::Bytes), m_paths(paths)
{
    openAnew();
}

void FileSumsJob::work(Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading the data"));
    qint64 total = 0;
    for (const QString &path : m_paths)
        total += QFileInfo(path).size();
    qint64 done = 0;
    for (const QString &path : m_paths) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        QFile file(path);
        bool isReadable = file.open(QIODevice::ReadOnly);
        while (isReadable && !file.atEnd()) {
            monitor.step(done, total);
            const QByteArray piece = file.read(pieceSize);
            isReadable = !piece.isEmpty();
            hash.addData(piece);
            done += piece.size();
        }
        Q_EMIT summed(path, isReadable ? QString::fromLatin1(hash.result().toHex()) : QString());
    }
    monitor.step(total, total);
}

} // namespace cw
