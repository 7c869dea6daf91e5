// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Numbers.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>
#include <cmath>

namespace cw {

namespace {

QString significant(double value)
{
    return QLocale::c().toString(value, 'g', 3);
}

QString stepped(double value, const std::array<const char *, 5> &units)
{
    std::size_t unit = 0;
    while (value >= 1000 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    const int decimals = unit > 0 && value < 100 ? 1 : 0;
    const QString number = QLocale::c().toString(value, 'f', decimals);
    return units[unit][0] == '\0' ? number : number + QLatin1Char(' ') + QLatin1String(units[unit]);
}

} // namespace

QString formatProbability(double value)
{
    return std::isnan(value) ? QString() : significant(value);
}

QString formatEffect(double value)
{
    if (std::isnan(value))
        return {};
    if (value == 0)
        return QStringLiteral("0");
    return (value < 0 ? QChar(0x2212) : QLatin1Char('+')) + significant(std::abs(value));
}

QString formatEffect(double value, double error)
{
    if (std::isnan(value) || std::isnan(error))
        return formatEffect(value);
    return formatEffect(value) + QStringLiteral(" ± ") + QLocale::c().toString(error, 'g', 2);
}

QString formatNumber(double value)
{
    if (std::isnan(value))
        return {};
    const double size = std::abs(value);
    constexpr double leastShown = 0.0001; // below it, four decimals would say 0
    const QString digits = size > 0 && size < leastShown ? QLocale::c().toString(size, 'g', 2)
                                                         : QLocale::c().toString(size, 'f',
                                                                                 size >= 100  ? 1
                                                                                 : size >= 10 ? 2
                                                                                              : 4);
    return (value < 0 ? QString(QChar(0x2212)) : QString()) + digits;
}

QString formatInterval(double low, double high)
{
    if (std::isnan(low) || std::isnan(high))
        return {};
    return QStringLiteral("%1 … %2").arg(formatNumber(low), formatNumber(high));
}

QString formatDuration(double seconds)
{
    const auto text = [](const char *sentence) { return QCoreApplication::translate("Numbers", sentence); };
    if (seconds < 10)
        return text(QT_TRANSLATE_NOOP("Numbers", "%1 s")).arg(QLocale::c().toString(seconds, 'f', 1));
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60)
        return text("%1 s").arg(whole);
    if (whole < 3600)
        return text(QT_TRANSLATE_NOOP("Numbers", "%1 min %2 s")).arg(whole / 60).arg(whole % 60);
    return text(QT_TRANSLATE_NOOP("Numbers", "%1 h %2 min")).arg(whole / 3600).arg(whole % 3600 / 60);
}

QString formatCount(double count)
{
    return stepped(count, {"", "K", "M", "G", "T"});
}

double roundUp(double value)
{
    if (!(value > 0) || std::isinf(value))
        return 0;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (value <= step * power * (1 + 1e-9))
            return step * power;
    }
    return 10 * power;
}

} // namespace cw
