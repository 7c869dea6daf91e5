// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVector>

namespace cw {

/// Rows of cells as lines with their columns aligned.
QString aligned(const QVector<QStringList> &rows);

} // namespace cw
