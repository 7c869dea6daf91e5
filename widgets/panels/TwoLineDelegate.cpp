// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/TwoLineDelegate.h"

#include "widgets/style/Theme.h"

#include <QApplication>
#include <QPainter>

namespace cw {

namespace {

constexpr int margin = 8;
constexpr int iconSize = 18;

} // namespace

TwoLineDelegate::TwoLineDelegate(int detailRole, QObject *parent)
    : QStyledItemDelegate(parent), m_detailRole(detailRole)
{
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    item.icon = {};
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const QRect inside = option.rect.adjusted(margin, 4, -margin, -4);
    const QRect picture(inside.left(), inside.top() + (inside.height() - iconSize) / 2, iconSize, iconSize);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, picture, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    QRect line(inside.left() + iconSize + margin, inside.top(), inside.width() - iconSize - margin,
               option.fontMetrics.height());
    painter->save();
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(option.font);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, line.width()));
    line.translate(0, line.height() + 1);
    painter->setFont(smallFont(option.font));
    if (!selected)
        painter->setPen(colour(Role::Muted, option.palette));
    painter->drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data(m_detailRole).toString(), Qt::ElideMiddle, line.width()));
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return QSize(160, 2 * option.fontMetrics.height() + 10);
}

} // namespace cw
