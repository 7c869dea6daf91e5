// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/IntervalDelegate.h"

#include "widgets/style/Theme.h"
#include "widgets/views/IntervalBar.h"

#include <QPainter>

namespace cw {

IntervalDelegate::IntervalDelegate(int barRole, QObject *parent) : QStyledItemDelegate(parent), m_barRole(barRole) {}

void IntervalDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const auto bar = index.data(m_barRole).value<IntervalBar>();
    if (bar.isEmpty())
        return;
    // The colours of marks are made for the surface: they stand on it in a chosen row, too.
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect.adjusted(0, 1, 0, -1), colour(Role::Surface, option.palette));
    paintBar(*painter, bar, option.rect, option.palette);
}

/// Two marks above each other need more room than a line of text.
QSize IntervalDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize usual = QStyledItemDelegate::sizeHint(option, index);
    return usual.expandedTo(QSize(0, option.fontMetrics.height() + 8));
}

} // namespace cw
