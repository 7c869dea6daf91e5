// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace cw {

/// The bytes of a small file. Throws Error naming it: File when it cannot be read, Format when it is above limit bytes.
QByteArray readSmallFile(const QString &path, qint64 limit = qint64{64} << 20);

/// The JSON object in bytes. Throws Error of kind Format naming path and the place of the fault.
QJsonObject parseJsonObject(const QByteArray &bytes, const QString &path);

} // namespace cw
