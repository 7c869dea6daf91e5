// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QString;
class QWidget;

namespace cw {

/// Paints what stands in a view while it has nothing to show.
void paintEmpty(QPainter &painter, const QWidget &view, const QString &text);

} // namespace cw
