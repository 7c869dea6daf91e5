// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace cw {

/// Throws Error of kind Unsupported or Format when the first bytes of a file, or its last, show that it is something
/// else than weights this program reads; the sentence says what it is and what to do. Otherwise returns.
void refuseForeignFile(QByteArrayView file, const QString &path);

} // namespace cw
