// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/Project.h"

#include "core/jobs/JobFile.h"
#include "core/project/PackedEdit.h"
#include "core/store/Arrays.h"
#include "core/store/Store.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <mutex>

namespace cw {
namespace {

Error nothingOpen()
{
    return Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "No project is open: open one or make a new one."));
}

std::int64_t now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

/// What is still on its way to the file counts; what could not be written or read is not nothing.
bool holdsNothing(Store &store)
{
    bool isEmpty = false;
    const auto read = attempt([&] {
        store.flush();
        const auto runs = store.runs();
        const auto isFound = [](const RunRecord &run) { return isOfWeights(run.job); };
        isEmpty = store.edits().isEmpty() && std::all_of(runs.begin(), runs.end(), isFound);
    });
    return read && isEmpty;
}

} // namespace

Project::Project(const QString &dataFolder, QObject *parent) : QObject(parent), m_dataFolder(dataFolder) {}

Project::~Project()
{
    blockSignals(true);
    close();
}

Result<void> Project::create(const QString &path)
{
    return attempt([&] {
        const QString file = path.isEmpty() ? unusedUntitledPath() : path;
        take(made(file, true));
    });
}

Result<void> Project::open(const QString &path)
{
    return attempt([&] {
        if (isOpen() && QFileInfo(path) == QFileInfo(this->path()))
            return;
        take(made(path, false));
    });
}

Result<void> Project::saveAs(const QString &path)
{
    return attempt([&] {
        if (!isOpen())
            throw nothingOpen();
        if (QFileInfo(path) == QFileInfo(this->path()))
            return valueOrThrow(flush());
        const bool wasReadOnly = m_store->isReadOnly();
        // Where another window works in it, it is that one's.
        const QString old = isUntitled() && !wasReadOnly ? this->path() : QString();
        {
            // Runs that are being written wait here and go on in the new file.
            const std::unique_lock lock(m_mutex);
            m_store->copyTo(path);
            auto copy = made(path, false);
            dropRemoved(*m_store); // not before there is a copy to go on with
            m_store = std::move(copy);
        }
        if (!old.isEmpty())
            QFile::remove(old);
        if (wasReadOnly)
            Q_EMIT becameWritable();
        Q_EMIT changed();
    });
}

void Project::close()
{
    if (isOpen())
        take(nullptr);
}

Result<void> Project::flush()
{
    return attempt([&] {
        if (isOpen())
            m_store->flush();
    });
}

QString Project::path() const
{
    return isOpen() ? m_store->path() : QString();
}

QString Project::name() const
{
    return isUntitled() ? QString() : QFileInfo(path()).completeBaseName();
}

bool Project::isUntitled() const
{
    return isOpen() && QFileInfo(path()).dir() == QDir(untitledFolder());
}

std::optional<Error> Project::readOnlyReason() const
{
    return isOpen() ? m_store->readOnlyReason() : std::nullopt;
}

QStringList Project::untitledProjects() const
{
    const QDir folder(untitledFolder());
    QStringList paths;
    for (const QString &file : folder.entryList({QStringLiteral("*.cwp")}, QDir::Files, QDir::Time))
        paths << folder.filePath(file);
    return paths;
}

RunTicket Project::beginRun(const ModelRecord &model, RunRecord run, const QVector<ArrayRecord> &arrays,
                            const QVector<ItemRecord> &items, std::optional<int> file)
{
    const std::shared_lock lock(m_mutex);
    if (file && *file != m_opened)
        return {0, *file};
    run.id = m_nextRun++;
    run.version = QStringLiteral(CW_VERSION);
    run.state = RunState::Running;
    run.started = now();
    QVector<ArrayRecord> own = arrays;
    for (ArrayRecord &array : own)
        array.run = run.id;
    if (m_store) {
        m_store->putModel(model);
        m_store->addRun(run, own, items);
    }
    return ticket(run.id);
}

RunTicket Project::resumeRun(std::int64_t id, std::optional<int> file)
{
    const std::shared_lock lock(m_mutex);
    if (file && *file != m_opened)
        return {id, *file};
    if (m_store)
        m_store->setRunState(id, RunState::Running, 0, {});
    return ticket(id);
}

void Project::append(const RunTicket &run, QVector<ArrayChunk> chunks)
{
    const std::shared_lock lock(m_mutex);
    for (ArrayChunk &chunk : chunks)
        chunk.run = run.id;
    if (m_store && run.project == m_opened)
        m_store->appendChunks(chunks);
}

void Project::setResult(const RunTicket &run, const QJsonObject &result)
{
    const std::shared_lock lock(m_mutex);
    if (m_store && run.project == m_opened)
        m_store->setResult(run.id, result);
}

void Project::endRun(const RunTicket &run, RunState state, const QString &message)
{
    const std::shared_lock lock(m_mutex);
    if (m_store && run.project == m_opened)
        m_store->setRunState(run.id, state, now(), message);
}

void Project::putModel(const ModelRecord &model)
{
    if (isOpen())
        m_store->putModel(model);
}

void Project::setAwaited(const RunTicket &run, bool isAwaited)
{
    if (isAwaited)
        m_awaited.insert(run.id);
    else if (run.project == m_opened)
        m_awaited.remove(run.id);
}

bool Project::setRemoved(std::int64_t run, bool isRemoved)
{
    const bool isAwaited = isRemoved && m_awaited.contains(run);
    if (isAwaited)
        Q_EMIT failed(Error(Error::Kind::Input,
                            QT_TRANSLATE_NOOP("Error", "A job that waits goes on with run %1: stop it first."),
                            {std::to_string(run)}));
    if (!isOpen() || isAwaited)
        return false;
    if (m_store->isReadOnly()) {
        Q_EMIT failed(*m_store->readOnlyReason());
        return false;
    }
    if (isRemoved)
        m_removed.insert(run);
    else
        m_removed.remove(run);
    Q_EMIT changed();
    return true;
}

void Project::setView(const QString &key, const QJsonValue &value)
{
    if (isOpen() && !m_store->isReadOnly())
        m_store->setView(key, value);
}

void Project::putContent(const EditContent &content)
{
    if (isOpen())
        m_store->putContent(content.hash, content.bytes);
}

void Project::setEdits(const QVector<EditRecord> &edits)
{
    if (isOpen())
        m_store->setEdits(edits);
}

Result<QVector<ModelRecord>> Project::models() const
{
    return attempt([this] { return store().models(); });
}

Result<QVector<RunRecord>> Project::runs() const
{
    return attempt([this] { return runsOf([](const QString &job) { return !isOfWeights(job); }); });
}

Result<QVector<RunRecord>> Project::weightRuns(const QString &job) const
{
    return attempt([&] { return runsOf([&job](const QString &each) { return each == job; }); });
}

Result<RunRecord> Project::run(std::int64_t id) const
{
    return attempt([&] {
        const auto all = store().runs();
        const auto found = std::find_if(all.begin(), all.end(), [id](const RunRecord &run) { return run.id == id; });
        if (found == all.end() || m_removed.contains(id))
            throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "There is no run %1 in %2."),
                        {std::to_string(id), path().toStdString()});
        return *found;
    });
}

Result<QVector<ArrayRecord>> Project::arrays(std::int64_t run) const
{
    return attempt([&] { return store().arrays(run); });
}

Result<std::vector<float>> Project::values(const ArrayRecord &array) const
{
    return attempt([&] { return assembled(array, store().chunks(array)); });
}

Result<QVector<ItemRecord>> Project::items(std::int64_t run) const
{
    return attempt([&] { return store().items(run); });
}

Result<QJsonObject> Project::view() const
{
    return attempt([this] { return store().view(); });
}

Result<QVector<EditRecord>> Project::edits() const
{
    return attempt([this] { return store().edits(); });
}

Result<QByteArray> Project::content(const QString &hash) const
{
    return attempt([&] { return store().content(hash); });
}

std::unique_ptr<Store> Project::made(const QString &path, bool isNew) const
{
    auto store =
        std::make_unique<Store>(QFileInfo(path).absoluteFilePath(), isNew ? Store::Start::New : Store::Start::Existing);
    connect(store.get(), &Store::changed, this, &Project::changed);
    connect(store.get(), &Store::failed, this, &Project::failed);
    return store;
}

QVector<RunRecord> Project::runsOf(const std::function<bool(const QString &job)> &isWanted) const
{
    QVector<RunRecord> runs;
    for (const RunRecord &run : store().runs())
        if (isWanted(run.job) && !m_removed.contains(run.id))
            runs.append(run);
    return runs;
}

const Store &Project::store() const
{
    if (!isOpen())
        throw nothingOpen();
    return *m_store;
}

void Project::take(std::unique_ptr<Store> store)
{
    const bool wasUntitled = isUntitled() && !m_store->isReadOnly();
    const QString file = path();
    std::unique_ptr<Store> left = exchange(std::move(store));
    const bool leavesNothing = wasUntitled && holdsNothing(*left);
    // Until here, what was removed could be brought back.
    if (left && !left->isReadOnly())
        left->dropUnusedContents();
    left.reset();
    if (leavesNothing)
        QFile::remove(file);
    Q_EMIT opened();
}

std::unique_ptr<Store> Project::exchange(std::unique_ptr<Store> store)
{
    std::int64_t next = 1;
    if (store) {
        const auto runs = store->runs();
        next = runs.isEmpty() ? 1 : runs.last().id + 1;
    }
    if (m_store)
        dropRemoved(*m_store);
    const std::unique_lock lock(m_mutex);
    ++m_opened;
    m_awaited.clear();
    m_removed.clear();
    m_nextRun = next;
    return std::exchange(m_store, std::move(store));
}

/// From a file that is left: there they cannot be brought back any more.
void Project::dropRemoved(Store &store) const
{
    for (const std::int64_t run : m_removed)
        if (!store.isReadOnly())
            store.removeRun(run);
}

RunTicket Project::ticket(std::int64_t id) const
{
    return {id, m_opened};
}

QString Project::untitledFolder() const
{
    return QDir(m_dataFolder).filePath(QStringLiteral("untitled"));
}

QString Project::unusedUntitledPath() const
{
    const QDir folder(untitledFolder());
    if (!folder.mkpath(QStringLiteral(".")))
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error", "The folder %1 could not be made: check that you may write there."),
                    {folder.path().toStdString()});
    const QString day = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd hh.mm.ss"));
    QString path = folder.filePath(day + QStringLiteral(".cwp"));
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder.filePath(QStringLiteral("%1 (%2).cwp").arg(day).arg(number));
    return path;
}

} // namespace cw
