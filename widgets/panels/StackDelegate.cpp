// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/StackDelegate.h"

#include "widgets/models/StackModel.h"
#include "widgets/style/Theme.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace cw {

namespace {

constexpr int margin = 8;
constexpr int stripe = 4; ///< width of the edit's colour

const QStyle &styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? *option.widget->style() : *QApplication::style();
}

/// Where the title and the line below it are, right of the box and the colour.
QRect textRect(const QStyleOptionViewItem &option)
{
    const QRect box = styleOf(option).subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, option.widget);
    QRect text = option.rect.adjusted(0, 4, -margin, -4);
    text.setLeft(box.right() + 2 * margin + stripe);
    return text;
}

QString strength(const QModelIndex &index)
{
    return QStringLiteral("× %1").arg(QLocale().toString(index.data(StackModel::AlphaRole).toDouble(), 'g', 3));
}

} // namespace

void StackDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    styleOf(item).drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);
    QRect text = textRect(item);
    painter->save();
    const QColor own(index.data(StackModel::ColourRole).toString());
    if (own.isValid())
        painter->fillRect(QRect(text.left() - margin - stripe, text.top(), stripe, text.height()), own);
    const bool selected = option.state & QStyle::State_Selected;
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const QColor muted =
        selected ? option.palette.color(QPalette::HighlightedText) : colour(Role::Muted, option.palette);
    const QColor plain = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    painter->setFont(option.font);
    painter->setPen(isOn ? plain : muted);
    QRect line(text.left(), text.top(), text.width(), option.fontMetrics.height());
    const QString number = strength(index);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, number);
    line.setRight(line.right() - option.fontMetrics.horizontalAdvance(number) - margin);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, line.width()));
    line.setRight(text.right());
    line.translate(0, line.height() + 1);
    painter->setFont(smallFont(option.font));
    painter->setPen(muted);
    painter->drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data(StackModel::DetailRole).toString(), Qt::ElideRight, line.width()));
    painter->restore();
}

QSize StackDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, option.fontMetrics.height() + QFontMetrics(smallFont(option.font)).height() + 10};
}

void StackDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                         const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    editor->setGeometry(textRect(item));
}

} // namespace cw
