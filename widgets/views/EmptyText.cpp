// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/EmptyText.h"

#include "widgets/style/Theme.h"

#include <QPainter>
#include <QWidget>

namespace cw {

void paintEmpty(QPainter &painter, const QWidget &view, const QString &text)
{
    painter.fillRect(view.rect(), colour(Role::Surface, view.palette()));
    painter.setPen(colour(Role::Muted, view.palette()));
    painter.drawText(view.rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace cw
