// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/TickedWeights.h"

#include "core/jobs/EditSettings.h"

#include <algorithm>

namespace cw {

void TickedWeights::setParts(const QVector<WeightPart> &parts)
{
    m_parts = parts;
    untick();
    Q_EMIT partsChanged();
}

void TickedWeights::untick()
{
    m_counts.fill(0, m_parts.size());
    m_ticks.clear();
    for (const WeightPart &part : m_parts)
        m_ticks.append(QBitArray(part.count));
}

bool TickedWeights::isEmpty() const
{
    return std::all_of(m_counts.begin(), m_counts.end(), [](int count) { return count == 0; });
}

qint64 TickedWeights::weights() const
{
    qint64 sum = 0;
    for (int part = 0; part < static_cast<int>(m_parts.size()); ++part)
        sum += qint64{m_counts[part]} * m_parts[part].width;
    return sum;
}

void TickedWeights::tick(int part, const QVector<int> &places, bool isTicked)
{
    for (const int place : places)
        m_ticks[part].setBit(place, isTicked);
    m_counts[part] = static_cast<int>(m_ticks[part].count(true));
    Q_EMIT changed(part);
}

void TickedWeights::tickAll(int part, bool isTicked)
{
    m_ticks[part].fill(isTicked);
    m_counts[part] = isTicked ? m_parts[part].count : 0;
    Q_EMIT changed(part);
}

void TickedWeights::clear()
{
    untick();
    Q_EMIT changed(-1);
}

QString TickedWeights::ranges(int part) const
{
    const QBitArray &ticks = m_ticks[part];
    QStringList ranges;
    for (int first = 0; first < static_cast<int>(ticks.size()); ++first) {
        if (!ticks.testBit(first))
            continue;
        int last = first;
        while (last + 1 < static_cast<int>(ticks.size()) && ticks.testBit(last + 1))
            ++last;
        ranges << (first == last ? QString::number(first) : QStringLiteral("%1-%2").arg(first).arg(last));
        first = last;
    }
    return ranges.join(u',');
}

void TickedWeights::apply(EditSettings &settings) const
{
    for (int part = 0; part < static_cast<int>(m_parts.size()); ++part) {
        if (m_counts[part] == 0)
            continue;
        const WeightPart &from = m_parts[part];
        const QString words = from.name + u':' + ranges(part);
        if (from.kind == WeightPart::Kind::Neurons)
            settings.neurons << words;
        else if (m_counts[part] == from.count)
            settings.modules << from.name;
        else
            settings.rows << words;
    }
}

} // namespace cw
