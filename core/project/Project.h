// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Attempt.h"
#include "core/store/Records.h"

#include <QObject>
#include <QSet>
#include <QVector>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <shared_mutex>

namespace cw {

struct EditContent;
class Store;

/// A run of the project that was open when it began; what comes for a project that was closed since is dropped.
struct RunTicket {
    std::int64_t id = 0;
    int project = 0;
};

/// What is open: one project file, saved with every change. One Project is given file after file for the life of the
/// program. Runs are written from any thread, all else on the thread that made it.
class Project : public QObject {
    Q_OBJECT

public:
    /// dataFolder: the user's, where projects lie until they are saved.
    explicit Project(const QString &dataFolder, QObject *parent = nullptr);
    ~Project() override;

    /// A new project: untitled in the data folder, or in a file that does not exist yet.
    Result<void> create(const QString &path = {});
    Result<void> open(const QString &path);
    /// Goes on in another file with what is open and can be undone; an untitled one is gone then.
    Result<void> saveAs(const QString &path);
    /// Stops what runs and closes; an untitled project without runs and edits leaves nothing.
    void close();
    /// Waits until everything is on disk; the first failure since the last call.
    Result<void> flush();

    bool isOpen() const { return m_store != nullptr; }
    QString path() const;
    /// The file's name without its ending; empty for an untitled project.
    QString name() const;
    bool isUntitled() const;
    /// Why nothing can be written, where that is so: a sentence for the person.
    std::optional<Error> readOnlyReason() const;
    /// Untitled projects that an earlier session left, newest first.
    QStringList untitledProjects() const;

    /// Of the file that is open: what a job that was ordered then begins for a later one is dropped.
    int fileNumber() const { return m_opened; }
    /// From any thread. Number, version, state and time are filled in; what fails comes by failed().
    RunTicket beginRun(const ModelRecord &model, RunRecord run, const QVector<ArrayRecord> &arrays,
                       const QVector<ItemRecord> &items = {}, std::optional<int> file = {});
    RunTicket resumeRun(std::int64_t id, std::optional<int> file = {});
    /// Whether a job that waits will go on with the run, which cannot be removed meanwhile.
    void setAwaited(const RunTicket &run, bool isAwaited);
    void append(const RunTicket &run, QVector<ArrayChunk> chunks);
    /// Replaces what the run gave so far that is no array.
    void setResult(const RunTicket &run, const QJsonObject &result);
    void endRun(const RunTicket &run, RunState state, const QString &message = {});

    void putModel(const ModelRecord &model);
    /// Until another file is open, or none, it can be brought back. False where a job that waits needs it.
    bool setRemoved(std::int64_t run, bool isRemoved);
    void setView(const QString &key, const QJsonValue &value);
    void putContent(const EditContent &content);
    void setEdits(const QVector<EditRecord> &edits); ///< the whole stack, bottom first

    Result<QVector<ModelRecord>> models() const;
    /// What a person started, without what was found of weights on the way.
    Result<QVector<RunRecord>> runs() const;
    /// What was found of checkpoints' weights by a job of this name, oldest first.
    Result<QVector<RunRecord>> weightRuns(const QString &job) const;
    Result<RunRecord> run(std::int64_t id) const;
    Result<QVector<ArrayRecord>> arrays(std::int64_t run) const;
    Result<std::vector<float>> values(const ArrayRecord &array) const; ///< NaN where they are missing
    Result<QVector<ItemRecord>> items(std::int64_t run) const;
    Result<QJsonObject> view() const;
    Result<QVector<EditRecord>> edits() const;
    Result<QByteArray> content(const QString &hash) const;

Q_SIGNALS:
    /// Another file is open, or none.
    void opened();
    /// It could only be read, and is saved elsewhere now.
    void becameWritable();
    /// Runs, their results, models or the view were written.
    void changed();
    void failed(const cw::Error &error);

private:
    std::unique_ptr<Store> made(const QString &path, bool isNew) const;
    const Store &store() const;
    QVector<RunRecord> runsOf(const std::function<bool(const QString &job)> &isWanted) const;
    void take(std::unique_ptr<Store> store);
    /// Returns the one there was, which nothing more is written to.
    std::unique_ptr<Store> exchange(std::unique_ptr<Store> store);
    void dropRemoved(Store &store) const;
    RunTicket ticket(std::int64_t id) const;
    QString untitledFolder() const;
    QString unusedUntitledPath() const;

    const QString m_dataFolder;
    std::unique_ptr<Store> m_store;
    mutable std::shared_mutex m_mutex; ///< held while m_store is used off this thread, or changed
    std::atomic<std::int64_t> m_nextRun = 1;
    std::atomic_int m_opened = 0; ///< counts the files that were opened
    QSet<std::int64_t> m_awaited; ///< runs that jobs in the queue go on with
    QSet<std::int64_t> m_removed; ///< still in the file
};

} // namespace cw
