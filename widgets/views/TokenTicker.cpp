// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/TokenTicker.h"

#include <algorithm>
#include <cmath>

namespace cw {

void TokenTicker::setLabels(QVector<QString> labels, int keepBegin, int keepEnd)
{
    m_labels = std::move(labels);
    m_keepBegin = keepBegin;
    m_keepEnd = keepEnd;
}

void TokenTicker::setCapacity(int capacity)
{
    m_capacity = std::max(1, capacity);
}

void TokenTicker::generate(const QCPRange &range, const QLocale &, QChar, int, QVector<double> &ticks,
                           QVector<double> *subTicks, QVector<QString> *tickLabels)
{
    ticks.clear();
    if (subTicks)
        subTicks->clear();
    if (tickLabels)
        tickLabels->clear();
    const int first = std::max(0, static_cast<int>(std::ceil(range.lower)));
    const int last = std::min(static_cast<int>(m_labels.size()) - 1, static_cast<int>(std::floor(range.upper)));
    const int step = std::max(1, (last - first + m_capacity) / m_capacity);
    const auto crowds = [this, step](int token) {
        return token >= m_keepBegin - step + 1 && token < m_keepEnd + step - 1;
    };
    for (int token = first; token <= last; ++token) {
        const bool kept = token >= m_keepBegin && token < m_keepEnd;
        const bool regular = (token % step) == 0 && (step == 1 || !crowds(token));
        if (!kept && !regular)
            continue;
        if (kept && step > 1 && token != m_keepBegin)
            continue;
        ticks.append(token);
        if (tickLabels)
            tickLabels->append(m_labels.at(token));
    }
}

} // namespace cw
