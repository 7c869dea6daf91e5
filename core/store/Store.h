// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Attempt.h"
#include "core/jobs/Worker.h"
#include "core/store/Records.h"

#include <QObject>
#include <QVector>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

class QLockFile;

namespace cw {

class Connection;

/// The file of a project. Any thread may write; one thread of its own changes the file, in order, each change whole or
/// not at all. Reading belongs to the thread that made the store. Closing leaves nothing beside the file.
class Store : public QObject {
    Q_OBJECT

public:
    enum class Start { Existing, New };

    /// Throws Error of kind Storage (no project, from a newer version, damaged, not to be opened). Opens read-only
    /// where another window has the file or it may not be written: see readOnlyReason().
    Store(const QString &path, Start start);
    ~Store() override;

    const QString &path() const { return m_path; }
    bool isReadOnly() const { return m_readOnlyReason.has_value(); }
    const std::optional<Error> &readOnlyReason() const { return m_readOnlyReason; }

    /// These return at once; a failure comes by failed() and from flush(). A read-only store refuses them there.
    void putModel(const ModelRecord &model);
    void addRun(const RunRecord &run, const QVector<ArrayRecord> &arrays, const QVector<ItemRecord> &items = {});
    void appendChunks(const QVector<ArrayChunk> &chunks);
    void setRunState(std::int64_t run, RunState state, std::int64_t ended, const QString &message);
    void setResult(std::int64_t run, const QJsonObject &result);
    void removeRun(std::int64_t run);
    void setView(const QString &key, const QJsonValue &value);
    /// What an edit changes, kept once under its hash.
    void putContent(const QString &hash, const QByteArray &bytes);
    /// The whole stack, bottom first, in place of the one there was; contents stay.
    void setEdits(const QVector<EditRecord> &edits);
    /// Contents that no edit of the stack has.
    void dropUnusedContents();

    QVector<ModelRecord> models() const;
    QVector<RunRecord> runs() const;
    QVector<ArrayRecord> arrays(std::int64_t run) const;
    QVector<ArrayChunk> chunks(const ArrayRecord &array) const;
    QVector<ItemRecord> items(std::int64_t run) const;
    QJsonObject view() const;
    QVector<EditRecord> edits() const;
    /// Throws Error of kind Storage where it is missing or is not what its hash says.
    QByteArray content(const QString &hash) const;

    /// Returns when all that was written is on disk; throws the first Error since the last call.
    void flush();
    /// Writes all of it to another file, which is there whole or not at all. Replaces an existing one,
    /// unless another window has it open.
    void copyTo(const QString &path);

Q_SIGNALS:
    /// From the store's thread, after each change.
    void changed();
    void failed(const cw::Error &error);

private:
    using Change = std::function<void(const Connection &)>;

    void takeLock();
    void open(Start start);
    void close();
    void write(Change change);
    void note(const Error &error);
    /// Runs f on the store's thread and throws here what it throws there.
    void onWriter(const std::function<void()> &f);

    const QString m_path;
    std::optional<Error> m_readOnlyReason;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Connection> m_writer; ///< touched on the store's thread alone
    std::unique_ptr<Connection> m_reader;
    std::mutex m_mutex;
    std::optional<Error> m_firstFailure; ///< guarded by m_mutex
    Worker m_worker{QStringLiteral("store")};
};

} // namespace cw
