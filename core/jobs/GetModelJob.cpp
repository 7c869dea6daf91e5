// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/GetModelJob.h"

#include "core/data/Bytes.h"
#include "core/engine/Monitor.h"
#include "core/hub/ContentCheck.h"
#include "core/hub/FileDownload.h"
#include "core/hub/HubConnection.h"
#include "core/hub/HubRefusal.h"
#include "core/hub/HubToken.h"
#include "core/hub/NeededFiles.h"
#include "core/hub/UnfinishedFolder.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <algorithm>

namespace cw {
namespace {

constexpr qint64 longestAnswer = qint64{1} << 25; ///< of a hub to a question; files are longer
constexpr qint64 pieceSize = qint64{1} << 20;

void requireSpace(const QString &folder, qint64 needed)
{
    const QStorageInfo disk(folder);
    if (disk.isValid() && disk.bytesAvailable() < needed)
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error",
                                      "The download still needs %1, but only %2 are free for %3: make room, or "
                                      "choose a folder on another disk."),
                    {formatBytes(static_cast<double>(needed)).toStdString(),
                     formatBytes(static_cast<double>(disk.bytesAvailable())).toStdString(), folder.toStdString()});
}

bool hasContent(const QString &path, const HubFile &wanted, Monitor &monitor)
{
    QFile file(path);
    if (file.size() != wanted.size || !file.open(QIODevice::ReadOnly))
        return false;
    ContentCheck check(wanted);
    while (!file.atEnd()) {
        check.add(file.read(pieceSize));
        monitor.step(file.pos(), wanted.size);
    }
    return check.isRight();
}

} // namespace

GetModelJob::GetModelJob(const GetSettings &settings, const Patience::Limits &limits)
    : Job(tr("Get %1").arg(settings.model.trimmed()), Lane::Transfer, JobStatus::Unit::Bytes), m_settings(settings),
      m_target(settings.folder()), m_model(settings.address(), settings.model, settings.revision), m_patience(limits),
      m_silence(limits.silence)
{
    openAnew();
}

void GetModelJob::work(Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Asking the hub"));
    HubConnection connection(m_model.hub(), hubToken(m_model.hub()), m_silence);
    const HubListing listing = list(connection, monitor);
    const NeededFiles needed(listing, m_model);
    const QByteArray index =
        needed.index() ? askForIndex(connection, *needed.index(), listing.commit, monitor) : QByteArray();
    GotModel model{m_target, m_model.hub().toString(), m_model.repository(), listing.commit, needed.files(index), 0};
    if (isFree(m_target)) {
        UnfinishedFolder folder(m_target, m_model);
        model.downloaded = download(connection, folder, model, monitor);
        folder.moveToTarget(model.files);
    } else {
        checkThere(model.files, monitor);
    }
    Q_EMIT got(model);
}

HubListing GetModelJob::list(HubConnection &connection, Monitor &monitor)
{
    return readListing(ask(connection, m_model.listing(), {}, monitor), m_model);
}

QByteArray GetModelJob::ask(HubConnection &connection, const QUrl &url, const QString &what, Monitor &monitor)
{
    const auto look = [&monitor] { monitor.step(0, 0); };
    for (;;) {
        QByteArray text;
        const auto take = [&text, &what, this](const HubAnswer &, const QByteArray &bytes) {
            text += bytes;
            if (text.size() > longestAnswer)
                throw Error(Error::Kind::Format,
                            QT_TRANSLATE_NOOP("Error", "The answer of %1 about %2 is too long to be one."),
                            {m_model.hub().toString().toStdString(),
                             (what.isEmpty() ? m_model.repository() : what).toStdString()});
        };
        const HubAnswer answer = connection.get({url, 0, {}}, take, look);
        if (answer.isWhole()) {
            m_patience.succeed();
            return text;
        }
        if (!m_patience.waitsFor(answer, look))
            throwRefusal(answer, m_model, what);
    }
}

QByteArray GetModelJob::askForIndex(HubConnection &connection, const HubFile &index, const QString &commit,
                                    Monitor &monitor)
{
    QByteArray text = ask(connection, m_model.file(commit, index.name), index.name, monitor);
    ContentCheck check(index);
    check.add(text);
    if (!check.isRight())
        throw Error(Error::Kind::Network,
                    QT_TRANSLATE_NOOP("Error", "%1 came damaged: its %2 is %3 instead of %4. It was removed; get the "
                                               "model again."),
                    {index.name.toStdString(), checksumName(index.kind), check.found().toStdString(),
                     index.checksum.toStdString()});
    return text;
}

/// The target is there: only the very files that would be downloaded are let pass.
void GetModelJob::checkThere(const QVector<HubFile> &files, Monitor &monitor) const
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Checking what is there"));
    for (const HubFile &file : files)
        if (!hasContent(QDir(m_target).filePath(file.name), file, monitor))
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "%1 is there already and holds something else than %2 (%3 differs): "
                                                   "choose another folder."),
                        {m_target.toStdString(), m_model.repository().toStdString(), file.name.toStdString()});
}

qint64 GetModelJob::download(HubConnection &connection, UnfinishedFolder &folder, const GotModel &model,
                             Monitor &monitor)
{
    qint64 missing = 0;
    for (const HubFile &file : model.files)
        missing += file.size - FileDownload(file, folder, m_model).there();
    requireSpace(folder.path(), missing);
    qint64 finished = 0;
    for (const HubFile &file : model.files) {
        FileDownload download(file, folder, m_model);
        const qint64 there = download.there();
        if (!folder.has(file)) {
            if (there > 0)
                monitor.stage(QT_TRANSLATE_NOOP("Stage", "Checking what is there"));
            download.prepare([&](qint64 bytes) { monitor.step(bytes, there); });
            monitor.stage(QT_TRANSLATE_NOOP("Stage", "Downloading"));
            download.run(connection, m_patience, model.commit,
                         [&](qint64 bytes) { monitor.step(finished + std::max(qint64{0}, bytes - there), missing); });
        }
        finished += file.size - there;
        monitor.step(finished, missing);
    }
    return missing;
}

} // namespace cw
