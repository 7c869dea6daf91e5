// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/NormDelegate.h"

#include "widgets/style/Theme.h"

#include <QPainter>

namespace cw {

NormDelegate::NormDelegate(int shareRole, QObject *parent) : QStyledItemDelegate(parent), m_shareRole(shareRole) {}

QSize NormDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(16, 6);
}

void NormDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant share = index.data(m_shareRole);
    if (share.isValid()) {
        QRectF bar = QRectF(option.rect).adjusted(4, 3, -4, -3);
        bar.setWidth(bar.width() * share.toDouble());
        QColor fill = colour(Role::Accent, option.palette);
        fill.setAlphaF(0.18F);
        painter->fillRect(bar, fill);
    }
    QStyledItemDelegate::paint(painter, option, index);
}

} // namespace cw
