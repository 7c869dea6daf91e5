// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Records.h"

#include <QByteArray>
#include <QVector>

namespace cw {

class Connection;

/// The statements behind Store that are of edits. All throw Error of kind Storage.
namespace rows {

/// In chunks, as a value of SQLite has a largest size; nothing where it is there already.
void putContent(const Connection &to, const QString &hash, const QByteArray &bytes);
void setEdits(const Connection &to, const QVector<EditRecord> &edits);
void dropUnusedContents(const Connection &to);

QVector<EditRecord> edits(const Connection &from);
QByteArray content(const Connection &from, const QString &hash);

} // namespace rows
} // namespace cw
