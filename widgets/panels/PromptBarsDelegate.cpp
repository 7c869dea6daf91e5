// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/PromptBarsDelegate.h"

#include "widgets/models/PreviewModel.h"
#include "widgets/style/Theme.h"

#include <QPainter>
#include <algorithm>

namespace cw {

namespace {

constexpr int margin = 8;
constexpr double barHeight = 8;
constexpr float estimateAlpha = 0.45F;
constexpr float chosenAlpha = 0.18F; ///< faint: the bars keep their colours

double probability(const QModelIndex &index, int role)
{
    return std::clamp(index.data(role).toDouble(), 0.0, 1.0);
}

/// Says at the right that the answer turned, and how wide that is.
int paintFlip(QPainter &painter, const QStyleOptionViewItem &option, const QRectF &inside)
{
    const QString text = PromptBarsDelegate::tr("turned");
    painter.setPen(colour(Role::Warning, option.palette));
    painter.drawText(inside, Qt::AlignRight | Qt::AlignTop, text);
    return painter.fontMetrics().horizontalAdvance(text) + margin;
}

} // namespace

void PromptBarsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    if (option.state & QStyle::State_Selected) {
        QColor fill = option.palette.color(QPalette::Highlight);
        fill.setAlphaF(chosenAlpha);
        painter->fillRect(option.rect, fill);
    }
    const QRectF inside = QRectF(option.rect).adjusted(margin, 3, -margin, -3);
    const bool isExact = index.data(PreviewModel::ExactRole).toBool();
    painter->setFont(smallFont(option.font));
    const int mark = index.data(PreviewModel::FlippedRole).toBool() ? paintFlip(*painter, option, inside) : 0;
    const int room = static_cast<int>(inside.width()) - mark;
    painter->setPen(colour(Role::Muted, option.palette));
    painter->drawText(inside, Qt::AlignLeft | Qt::AlignTop,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideLeft, room));
    const double middle = inside.center().x();
    const double half = inside.width() / 2;
    const double top = inside.bottom() - barHeight;
    const auto bar = [&](double share, double side, Role role) {
        QColor fill = colour(role, option.palette);
        fill.setAlphaF(isExact ? 1.0F : estimateAlpha);
        const double length = share * half;
        painter->fillRect(QRectF(side < 0 ? middle - length : middle, top, length, barHeight), fill);
    };
    bar(probability(index, PreviewModel::A), -1, Role::TargetA);
    bar(probability(index, PreviewModel::B), 1, Role::TargetB);
    const auto tick = [&](double share, double side) {
        painter->fillRect(QRectF(middle + side * share * half - 1, top - 2, 2, barHeight + 4),
                          colour(Role::Text, option.palette));
    };
    tick(probability(index, PreviewModel::BaseA), -1);
    tick(probability(index, PreviewModel::BaseB), 1);
    painter->fillRect(QRectF(middle - 0.5, top - 2, 1, barHeight + 4), colour(Role::Border, option.palette));
    painter->restore();
}

QSize PromptBarsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, QFontMetrics(smallFont(option.font)).height() + int(barHeight) + 10};
}

} // namespace cw
