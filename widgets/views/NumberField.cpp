// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/NumberField.h"

namespace cw {
namespace {

constexpr int shownDigits = 12;  ///< significant ones; fewer than a double has, so that 0.1 + 0.2 is 0.3
constexpr int mostDecimals = 60; ///< to which Qt rounds: finer than anything that is typed

/// Where a number's exponent begins; -1: it has none.
int exponentIn(const QString &text)
{
    return static_cast<int>(text.indexOf(u'e', 0, Qt::CaseInsensitive));
}

} // namespace

NumberField::NumberField(QWidget *parent) : QDoubleSpinBox(parent)
{
    setDecimals(mostDecimals);
    setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("-000.0000")) + 30);
}

QString NumberField::textFromValue(double value) const
{
    QLocale plain = locale();
    plain.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::OmitLeadingZeroInExponent);
    return plain.toString(value, 'g', shownDigits);
}

double NumberField::valueFromText(const QString &text) const
{
    return exponentIn(text) < 0 ? QDoubleSpinBox::valueFromText(text) : locale().toDouble(text);
}

QValidator::State NumberField::validate(QString &text, int &position) const
{
    // A comma between digits is the decimal one to whoever types it, and never groups thousands here.
    for (const QChar mark : {u',', u'.'})
        text.replace(mark, locale().decimalPoint());
    if (text.count(locale().decimalPoint()) > 1)
        return QValidator::Invalid;
    const int exponent = exponentIn(text);
    if (exponent < 0)
        return QDoubleSpinBox::validate(text, position);
    bool isNumber = false;
    const double value = locale().toDouble(text, &isNumber);
    if (isNumber)
        return value >= minimum() && value <= maximum() ? QValidator::Acceptable : QValidator::Invalid;
    const QString rest = text.mid(exponent + 1);
    locale().toDouble(text.left(exponent), &isNumber);
    return isNumber && (rest.isEmpty() || rest == u"-" || rest == u"+") ? QValidator::Intermediate
                                                                        : QValidator::Invalid;
}

void NumberField::stepBy(int steps)
{
    interpretText();
    setValue(valueFromText(textFromValue(value() + steps * singleStep())));
    selectAll();
}

} // namespace cw
