// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Tick.h"

#include <QJsonObject>
#include <QString>

namespace cw {

/// What is ticked, as JSON: {"layers": [0], "modules": ["layers.2.mlp.out"], "rows": {"layers.2.mlp.out": [7, 9]},
/// "neurons": {"layers.3": [12, 15]}, "weights": {"layers.2.mlp.out": [[7, 31]]}}; each part may be missing. Throws
/// Error of kind Format naming source and the key that is wrong.
TickWords ticksFromJson(const QJsonObject &selection, const QString &source);

/// The same from a file.
TickWords readSelection(const QString &path);

/// The JSON that ticksFromJson() reads back as the same ticks; ranges are written out. Throws Error of kind Input
/// quoting words that are none.
QJsonObject selectionJson(const TickWords &words);
void writeSelection(const QString &path, const TickWords &words);

} // namespace cw
