// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/Heatmap.h"

#include "widgets/style/Numbers.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace cw {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("Heatmap", sentence);
}

std::size_t place(const Heatmap &map, Cell cell)
{
    return static_cast<std::size_t>(cell.token) * static_cast<std::size_t>(map.layers) +
           static_cast<std::size_t>(cell.layer);
}

double entry(const Heatmap &map, const std::vector<double> &of, Cell cell)
{
    const bool known = map.contains(cell) && place(map, cell) < of.size();
    return known ? of[place(map, cell)] : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

bool Heatmap::contains(Cell cell) const
{
    return cell.isValid() && cell.token < tokenCount() && cell.layer < layers;
}

double Heatmap::value(Cell cell) const
{
    return entry(*this, values, cell);
}

double Heatmap::error(Cell cell) const
{
    return entry(*this, errors, cell);
}

double Heatmap::scaleEnd() const
{
    if (limit > 0)
        return limit;
    double largest = 0;
    for (const double value : values) {
        if (std::isfinite(value))
            largest = std::max(largest, std::abs(value));
    }
    return largest > 0 ? roundUp(largest) : 1;
}

QString Heatmap::readOut(Cell cell) const
{
    if (!contains(cell))
        return {};
    const QString token = isSubject(cell.token) ? text(QT_TRANSLATE_NOOP("Heatmap", "“%1” (subject)"))
                                                : text(QT_TRANSLATE_NOOP("Heatmap", "“%1”"));
    const double number = value(cell);
    const QString shown = std::isnan(number) ? text(QT_TRANSLATE_NOOP("Heatmap", "not computed"))
                          : isSigned         ? formatEffect(number, error(cell))
                                             : formatProbability(number);
    return text(QT_TRANSLATE_NOOP("Heatmap", "%1, layer %2: %3"))
        .arg(token.arg(tokens.at(cell.token)), QString::number(cell.layer), shown);
}

QString Heatmap::label(int token, int length) const
{
    QString name = tokens.value(token);
    if (name.size() > length)
        name = name.left(length / 2) + QChar(0x2026) + name.right(length - length / 2 - 1);
    return isSubject(token) ? name + QStringLiteral(" *") : name;
}

} // namespace cw
