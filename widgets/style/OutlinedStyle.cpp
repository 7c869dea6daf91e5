// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/OutlinedStyle.h"

#include "widgets/style/Theme.h"

#include <QPainter>
#include <QStyleOption>

namespace cw {

OutlinedStyle::OutlinedStyle() : QProxyStyle(QStringLiteral("fusion")) {}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isField = element == PE_FrameLineEdit;
    const bool isRound = element == PE_IndicatorRadioButton;
    const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck || isRound;
    if ((!isField && !isBox) || !isDark(option->palette) || (isField && (option->state & State_HasFocus)))
        return;
    painter->save();
    // At three to one against the window, what a mark needs to be seen.
    painter->setPen(option->palette.color(QPalette::Disabled, QPalette::Text));
    painter->setBrush(Qt::NoBrush);
    painter->setRenderHint(QPainter::Antialiasing, isRound);
    const QRect outline = option->rect.adjusted(0, 0, -1, -1);
    if (isRound)
        painter->drawEllipse(outline);
    else
        painter->drawRoundedRect(outline, isField ? 2 : 0, isField ? 2 : 0);
    painter->restore();
}

int OutlinedStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *returned) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace cw
