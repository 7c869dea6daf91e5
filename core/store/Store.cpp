// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Store.h"

#include "core/store/Connection.h"
#include "core/store/EditRows.h"
#include "core/store/Rows.h"
#include "core/store/Schema.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <filesystem>

namespace cw {
namespace {

Error lockedElsewhere(const QString &path, const QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    lock.getLockInfo(&process, &host, &program);
    return Error(Error::Kind::Storage,
                 QT_TRANSLATE_NOOP("Error", "%1 is open in another window (process %2) and can only be read here."),
                 {path.toStdString(), std::to_string(process)});
}

Error notWritable(const QString &path)
{
    if (const QString folder = QFileInfo(path).absolutePath(); !QFileInfo(folder).isDir())
        return Error(Error::Kind::Storage, QT_TRANSLATE_NOOP("Error", "%1 cannot be written: there is no folder %2."),
                     {path.toStdString(), folder.toStdString()});
    return Error(Error::Kind::Storage,
                 QT_TRANSLATE_NOOP("Error", "%1 may not be written: it can only be read. Save it elsewhere to go on."),
                 {path.toStdString()});
}

Error notCopied(const QString &path, const std::string &why)
{
    return Error(Error::Kind::Storage, QT_TRANSLATE_NOOP("Error", "The project could not be saved as %1: %2"),
                 {path.toStdString(), why});
}

void replaceFile(const QString &from, const QString &to)
{
    std::error_code problem;
    std::filesystem::rename(from.toStdString(), to.toStdString(), problem);
    if (!problem)
        return;
    QFile::remove(from);
    throw notCopied(to, problem.message() + ".");
}

} // namespace

QString name(RunState state)
{
    switch (state) {
    case RunState::Running: return QStringLiteral("running");
    case RunState::Stopped: return QStringLiteral("stopped");
    case RunState::Done: return QStringLiteral("done");
    case RunState::Failed: break;
    }
    return QStringLiteral("failed");
}

Store::Store(const QString &path, Start start) : m_path(path)
{
    const bool exists = QFileInfo::exists(path);
    if (start == Start::Existing && !exists)
        throw Error(Error::Kind::Storage, QT_TRANSLATE_NOOP("Error", "There is no project %1."), {path.toStdString()});
    if (start == Start::New && exists)
        throw Error(Error::Kind::Storage, QT_TRANSLATE_NOOP("Error", "%1 exists already: choose another name."),
                    {path.toStdString()});
    takeLock();
    const auto opened = attempt([&] { open(start); });
    if (opened)
        return;
    onWriter([this] { m_writer.reset(); });
    // Where another holds it, it is no file of ours.
    if (start == Start::New && !isReadOnly())
        QFile::remove(path);
    throw Error(opened.error());
}

Store::~Store()
{
    close();
}

void Store::takeLock()
{
    m_lock = std::make_unique<QLockFile>(m_path + QStringLiteral(".lock"));
    // Only the end of the process that holds it makes a lock stale, however long it works.
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0))
        m_readOnlyReason =
            m_lock->error() == QLockFile::LockFailedError ? lockedElsewhere(m_path, *m_lock) : notWritable(m_path);
    else if (QFileInfo::exists(m_path) && !QFileInfo(m_path).isWritable())
        m_readOnlyReason = notWritable(m_path);
}

void Store::open(Start start)
{
    if (start == Start::New && isReadOnly())
        throw Error(*m_readOnlyReason);
    const QByteArrayList steps = migrations();
    const int newest = static_cast<int>(steps.size());
    if (!isReadOnly()) {
        onWriter([&] {
            m_writer = std::make_unique<Connection>(m_path, Connection::Mode::Write);
            if (start == Start::Existing)
                checkProject(*m_writer, newest);
            m_writer->runScript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
            migrate(*m_writer, steps);
            rows::stopRunning(*m_writer);
        });
    }
    m_reader = std::make_unique<Connection>(m_path, Connection::Mode::Read);
    checkProject(*m_reader, newest);
}

void Store::close()
{
    m_reader.reset();
    m_worker.wait([this] {
        if (!m_writer)
            return;
        attempt([this] { rows::stopRunning(*m_writer); });
        // Both fail while another window still reads the file: then the last one to close folds the log in.
        attempt([this] { m_writer->runScript("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE"); });
        m_writer.reset();
    });
    m_worker.stop();
}

void Store::onWriter(const std::function<void()> &f)
{
    Result<void> result;
    m_worker.wait([&] { result = attempt(f); });
    valueOrThrow(result);
}

void Store::note(const Error &error)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_firstFailure)
            m_firstFailure = error;
    }
    Q_EMIT failed(error);
}

void Store::write(Change change)
{
    if (isReadOnly()) {
        note(*m_readOnlyReason);
        return;
    }
    m_worker.post([this, change = std::move(change)] {
        const auto result = attempt([&] { m_writer->transact([&] { change(*m_writer); }); });
        if (result)
            Q_EMIT changed();
        else
            note(result.error());
    });
}

void Store::flush()
{
    m_worker.wait();
    const std::lock_guard lock(m_mutex);
    if (const auto failure = std::exchange(m_firstFailure, std::nullopt))
        throw Error(*failure);
}

void Store::copyTo(const QString &path)
{
    QLockFile lock(path + QStringLiteral(".lock"));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0) && lock.error() == QLockFile::LockFailedError)
        throw lockedElsewhere(path, lock);
    const auto copy = [&](const Connection &from) {
        const QString part = path + QStringLiteral(".part");
        QFile::remove(part);
        const auto result = attempt([&] { from.run(QStringLiteral("VACUUM INTO ?"), {part}); });
        if (result) {
            // The log of what lay there before would be played over the copy.
            for (const char *rest : {"-wal", "-shm", "-journal"})
                QFile::remove(path + QLatin1String(rest));
            return replaceFile(part, path);
        }
        QFile::remove(part);
        throw notCopied(path, result.error().what());
    };
    if (isReadOnly())
        copy(*m_reader);
    else
        onWriter([&] { copy(*m_writer); });
}

void Store::putModel(const ModelRecord &model)
{
    write([model](const Connection &to) { rows::put(to, model); });
}

void Store::addRun(const RunRecord &run, const QVector<ArrayRecord> &arrays, const QVector<ItemRecord> &items)
{
    write([run, arrays, items](const Connection &to) {
        rows::insert(to, run);
        for (const ArrayRecord &array : arrays)
            rows::insert(to, array);
        rows::insert(to, run.id, items);
    });
}

void Store::appendChunks(const QVector<ArrayChunk> &chunks)
{
    write([chunks](const Connection &to) {
        for (const ArrayChunk &chunk : chunks)
            rows::append(to, chunk);
    });
}

void Store::setRunState(std::int64_t run, RunState state, std::int64_t ended, const QString &message)
{
    write([=](const Connection &to) { rows::setState(to, run, state, ended, message); });
}

void Store::setResult(std::int64_t run, const QJsonObject &result)
{
    write([=](const Connection &to) { rows::setResult(to, run, result); });
}

void Store::removeRun(std::int64_t run)
{
    write([run](const Connection &to) { rows::remove(to, run); });
}

void Store::setView(const QString &key, const QJsonValue &value)
{
    write([=](const Connection &to) { rows::setView(to, key, value); });
}

void Store::putContent(const QString &hash, const QByteArray &bytes)
{
    write([=](const Connection &to) { rows::putContent(to, hash, bytes); });
}

void Store::setEdits(const QVector<EditRecord> &edits)
{
    write([edits](const Connection &to) { rows::setEdits(to, edits); });
}

void Store::dropUnusedContents()
{
    write([](const Connection &to) { rows::dropUnusedContents(to); });
}

QVector<ModelRecord> Store::models() const
{
    return rows::models(*m_reader);
}

QVector<RunRecord> Store::runs() const
{
    return rows::runs(*m_reader);
}

QVector<ArrayRecord> Store::arrays(std::int64_t run) const
{
    return rows::arrays(*m_reader, run);
}

QVector<ArrayChunk> Store::chunks(const ArrayRecord &array) const
{
    return rows::chunks(*m_reader, array);
}

QVector<ItemRecord> Store::items(std::int64_t run) const
{
    return rows::items(*m_reader, run);
}

QJsonObject Store::view() const
{
    return rows::view(*m_reader);
}

QVector<EditRecord> Store::edits() const
{
    return rows::edits(*m_reader);
}

QByteArray Store::content(const QString &hash) const
{
    return rows::content(*m_reader, hash);
}

} // namespace cw
