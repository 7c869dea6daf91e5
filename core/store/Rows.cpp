// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Rows.h"

#include "core/engine/Error.h"
#include "core/store/Connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>
#include <cstring>

static_assert(Q_BYTE_ORDER == Q_LITTLE_ENDIAN, "arrays are stored as they lie in memory");

namespace cw::rows {
namespace {

QString text(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString text(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString text(const std::vector<std::int64_t> &numbers)
{
    QJsonArray array;
    for (const std::int64_t number : numbers)
        array.append(static_cast<qint64>(number));
    return text(array);
}

QJsonDocument json(const QVariant &value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8());
}

std::vector<std::int64_t> numbers(const QVariant &value)
{
    std::vector<std::int64_t> result;
    const QJsonArray array = json(value).array();
    for (const QJsonValue number : array)
        result.push_back(number.toInteger(-1));
    return result;
}

QStringList texts(const QVariant &value)
{
    QStringList result;
    const QJsonArray array = json(value).array();
    for (const QJsonValue one : array)
        result << one.toString();
    return result;
}

/// An empty string, where Qt's null string would be stored as NULL.
QString set(const QString &value)
{
    return value.isNull() ? QLatin1String("") : value;
}

/// Numbers in a box, or -1 where it does not lie in shape.
std::int64_t volume(const ArrayChunk &chunk, const std::vector<std::int64_t> &shape)
{
    if (chunk.begins.size() != shape.size() || chunk.ends.size() != shape.size())
        return -1;
    std::int64_t count = 1;
    for (std::size_t axis = 0; axis < shape.size(); ++axis) {
        if (chunk.begins[axis] < 0 || chunk.begins[axis] >= chunk.ends[axis] || chunk.ends[axis] > shape[axis])
            return -1;
        count *= chunk.ends[axis] - chunk.begins[axis];
        if (count > (std::int64_t{1} << 40))
            return -1;
    }
    return count;
}

RunState runState(const QString &word)
{
    for (const RunState state : {RunState::Running, RunState::Stopped, RunState::Done}) {
        if (word == name(state))
            return state;
    }
    return RunState::Failed;
}

} // namespace

void put(const Connection &to, const ModelRecord &model)
{
    to.run(QStringLiteral("INSERT INTO models (fingerprint, path, hash, spec) VALUES (?, ?, ?, ?) "
                          "ON CONFLICT (fingerprint) DO UPDATE SET path = excluded.path, spec = excluded.spec, "
                          "hash = CASE excluded.hash WHEN '' THEN hash ELSE excluded.hash END"),
           {model.fingerprint, set(model.path), set(model.hash), text(model.spec)});
}

void insert(const Connection &to, const RunRecord &run)
{
    to.run(QStringLiteral("INSERT INTO runs (id, job, settings, measured, model, inputs, seed, version, device, dtype, "
                          "state, started, ended, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
           {qint64{run.id}, run.job, text(run.settings), text(run.measured), run.model, text(run.inputs),
            qint64{run.seed}, set(run.version), set(run.device), set(run.dtype), name(run.state), qint64{run.started},
            qint64{run.ended}, set(run.message)});
}

void insert(const Connection &to, const ArrayRecord &array)
{
    to.run(QStringLiteral("INSERT INTO arrays (run, name, shape, axes) VALUES (?, ?, ?, ?)"),
           {qint64{array.run}, array.name, text(array.shape), text(QJsonArray::fromStringList(array.axes))});
}

void append(const Connection &to, const ArrayChunk &chunk)
{
    const QByteArray data(reinterpret_cast<const char *>(chunk.values.data()),
                          static_cast<qsizetype>(chunk.values.size() * sizeof(float)));
    to.run(QStringLiteral("INSERT INTO chunks (run, name, number, begins, ends, data) VALUES (?, ?, "
                          "(SELECT count(*) FROM chunks WHERE run = ? AND name = ?), ?, ?, ?)"),
           {qint64{chunk.run}, chunk.name, qint64{chunk.run}, chunk.name, text(chunk.begins), text(chunk.ends), data});
}

void insert(const Connection &to, std::int64_t run, const QVector<ItemRecord> &items)
{
    for (qsizetype i = 0; i < items.size(); ++i) {
        const ItemRecord &item = items[i];
        to.run(QStringLiteral("INSERT INTO items (run, number, id, text, class, clusters) VALUES (?, ?, ?, ?, ?, ?)"),
               {qint64{run}, qint64{i}, set(item.id), set(item.text), set(item.group),
                text(QJsonArray::fromStringList(item.clusters))});
    }
}

void setState(const Connection &to, std::int64_t run, RunState state, std::int64_t ended, const QString &message)
{
    to.run(QStringLiteral("UPDATE runs SET state = ?, ended = ?, message = ? WHERE id = ?"),
           {name(state), qint64{ended}, set(message), qint64{run}});
}

void setResult(const Connection &to, std::int64_t run, const QJsonObject &result)
{
    to.run(QStringLiteral("UPDATE runs SET result = ? WHERE id = ?"), {text(result), qint64{run}});
}

void remove(const Connection &to, std::int64_t run)
{
    to.run(QStringLiteral("DELETE FROM runs WHERE id = ?"), {qint64{run}});
}

void setView(const Connection &to, const QString &key, const QJsonValue &value)
{
    // A JSON text is an array or an object: the value stands alone in an array.
    to.run(QStringLiteral("INSERT INTO view (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = "
                          "excluded.value"),
           {key, text(QJsonArray{value})});
}

void stopRunning(const Connection &to)
{
    to.run(QStringLiteral("UPDATE runs SET state = 'stopped' WHERE state = 'running'"));
}

QVector<ModelRecord> models(const Connection &from)
{
    QVector<ModelRecord> all;
    QSqlQuery query = from.run(QStringLiteral("SELECT fingerprint, path, hash, spec FROM models ORDER BY fingerprint"));
    while (query.next())
        all.append({query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
                    json(query.value(3)).object()});
    return all;
}

QVector<RunRecord> runs(const Connection &from)
{
    QVector<RunRecord> all;
    QSqlQuery query = from.run(QStringLiteral("SELECT id, job, settings, measured, model, inputs, seed, version, "
                                              "device, dtype, state, started, ended, message, result FROM runs "
                                              "ORDER BY id"));
    while (query.next()) {
        RunRecord run;
        run.id = query.value(0).toLongLong();
        run.job = query.value(1).toString();
        run.settings = json(query.value(2)).object();
        run.measured = json(query.value(3)).object();
        run.model = query.value(4).toString();
        run.inputs = json(query.value(5)).object();
        run.seed = query.value(6).toLongLong();
        run.version = query.value(7).toString();
        run.device = query.value(8).toString();
        run.dtype = query.value(9).toString();
        run.state = runState(query.value(10).toString());
        run.started = query.value(11).toLongLong();
        run.ended = query.value(12).toLongLong();
        run.message = query.value(13).toString();
        run.result = json(query.value(14)).object();
        all.append(run);
    }
    return all;
}

QVector<ArrayRecord> arrays(const Connection &from, std::int64_t run)
{
    QVector<ArrayRecord> all;
    QSqlQuery query =
        from.run(QStringLiteral("SELECT name, shape, axes FROM arrays WHERE run = ? ORDER BY name"), {qint64{run}});
    while (query.next()) {
        all.append({run, query.value(0).toString(), numbers(query.value(1)), texts(query.value(2))});
    }
    return all;
}

QVector<ArrayChunk> chunks(const Connection &from, const ArrayRecord &array)
{
    QVector<ArrayChunk> all;
    QSqlQuery query =
        from.run(QStringLiteral("SELECT begins, ends, data FROM chunks WHERE run = ? AND name = ? ORDER BY number"),
                 {qint64{array.run}, array.name});
    while (query.next()) {
        ArrayChunk chunk{array.run, array.name, numbers(query.value(0)), numbers(query.value(1)), {}};
        const QByteArray data = query.value(2).toByteArray();
        const std::int64_t count = volume(chunk, array.shape);
        if (count < 0 || data.size() != count * static_cast<qsizetype>(sizeof(float)))
            throw Error(Error::Kind::Storage,
                        QT_TRANSLATE_NOOP("Error", "The results of run %1 in %2 are damaged: trace it again."),
                        {std::to_string(array.run), from.path().toStdString()});
        chunk.values.resize(static_cast<std::size_t>(count));
        std::memcpy(chunk.values.data(), data.constData(), static_cast<std::size_t>(data.size()));
        all.append(std::move(chunk));
    }
    return all;
}

QVector<ItemRecord> items(const Connection &from, std::int64_t run)
{
    QVector<ItemRecord> all;
    QSqlQuery query = from.run(
        QStringLiteral("SELECT id, text, class, clusters FROM items WHERE run = ? ORDER BY number"), {qint64{run}});
    while (query.next())
        all.append(
            {query.value(0).toString(), query.value(1).toString(), query.value(2).toString(), texts(query.value(3))});
    return all;
}

QJsonObject view(const Connection &from)
{
    QJsonObject all;
    QSqlQuery query = from.run(QStringLiteral("SELECT key, value FROM view"));
    while (query.next())
        all.insert(query.value(0).toString(), json(query.value(1)).array().at(0));
    return all;
}

} // namespace cw::rows
