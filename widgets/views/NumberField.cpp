// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/NumberField.h"

namespace cw {
namespace {

constexpr int mostDecimals = 9;

} // namespace

NumberField::NumberField(QWidget *parent) : QDoubleSpinBox(parent)
{
    setDecimals(mostDecimals);
}

QString NumberField::textFromValue(double value) const
{
    QString text = locale().toString(value, 'f', mostDecimals);
    while (text.endsWith(locale().zeroDigit()))
        text.chop(1);
    if (text.endsWith(locale().decimalPoint()))
        text.chop(1);
    return isGroupSeparatorShown() ? text : text.remove(locale().groupSeparator());
}

} // namespace cw
