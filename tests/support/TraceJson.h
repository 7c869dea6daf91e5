// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <cmath>

namespace cw::test {

/// The largest difference of two values of the same shape; infinite where the shapes differ.
inline double difference(const QJsonValue &a, const QJsonValue &b)
{
    if (a.isDouble() && b.isDouble())
        return std::abs(a.toDouble() - b.toDouble());
    if (a.isNull() && b.isNull())
        return 0;
    const QJsonArray left = a.toArray();
    const QJsonArray right = b.toArray();
    if (left.isEmpty() || left.size() != right.size())
        return HUGE_VAL;
    double largest = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        largest = std::max(largest, difference(left[i], right[i]));
    return largest;
}

/// The largest difference of the numbers of two traces that `trace --json` wrote.
inline double difference(const QJsonObject &a, const QJsonObject &b)
{
    double largest = 0;
    for (const char *kind : {"state", "mlp", "attn"})
        for (const char *what : {"a", "b", "effect"})
            largest =
                std::max(largest, difference(a[QLatin1String("kinds")][QLatin1String(kind)][QLatin1String(what)],
                                             b[QLatin1String("kinds")][QLatin1String(kind)][QLatin1String(what)]));
    return largest;
}

} // namespace cw::test
