// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace cw {

bool isGzip(const QByteArray &bytes);

/// What gzip has packed. Throws Error of kind Format naming the file where it is damaged or ends early, and where there
/// is more in it than limit bytes: a small file can hold any number of them.
QByteArray gunzipped(const QByteArray &bytes, const QString &path, qsizetype limit = qsizetype{64} << 20);

} // namespace cw
