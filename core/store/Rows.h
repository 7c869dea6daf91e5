// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Records.h"

#include <QVector>

namespace cw {

class Connection;

/// The statements behind Store: every row of a project file is written and read here. All throw Error of kind Storage.
namespace rows {

void put(const Connection &to, const ModelRecord &model);
void insert(const Connection &to, const RunRecord &run);
void insert(const Connection &to, const ArrayRecord &array);
void append(const Connection &to, const ArrayChunk &chunk);
void insert(const Connection &to, std::int64_t run, const QVector<ItemRecord> &items);
void setState(const Connection &to, std::int64_t run, RunState state, std::int64_t ended, const QString &message);
void setResult(const Connection &to, std::int64_t run, const QJsonObject &result);
void remove(const Connection &to, std::int64_t run);
void setView(const Connection &to, const QString &key, const QJsonValue &value);
/// What runs when the file is closed, or when a process was killed, was stopped.
void stopRunning(const Connection &to);

QVector<ModelRecord> models(const Connection &from);
QVector<RunRecord> runs(const Connection &from);
QVector<ArrayRecord> arrays(const Connection &from, std::int64_t run);
/// In the order they were written; those whose size is not what they say are refused.
QVector<ArrayChunk> chunks(const Connection &from, const ArrayRecord &array);
QVector<ItemRecord> items(const Connection &from, std::int64_t run);
QJsonObject view(const Connection &from);

} // namespace rows
} // namespace cw
