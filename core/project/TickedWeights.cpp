// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/TickedWeights.h"

#include "core/data/SelectionFile.h"
#include "core/jobs/EditOfTicks.h"

#include <QJsonArray>
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
    m_columns.fill({}, m_parts.size());
}

bool TickedWeights::isEmpty() const
{
    return std::all_of(m_counts.begin(), m_counts.end(), [](int count) { return count == 0; }) &&
           std::all_of(m_columns.begin(), m_columns.end(), [](const auto &rows) { return rows.isEmpty(); });
}

int TickedWeights::singles(int part) const
{
    qsizetype sum = 0;
    for (const QVector<int> &columns : m_columns[part])
        sum += columns.size();
    return static_cast<int>(sum);
}

qint64 TickedWeights::weights() const
{
    qint64 sum = 0;
    for (int part = 0; part < static_cast<int>(m_parts.size()); ++part)
        sum += qint64{m_counts[part]} * m_parts[part].width + singles(part);
    return sum;
}

void TickedWeights::tick(int part, const QVector<int> &places, bool isTicked)
{
    for (const int place : places) {
        m_ticks[part].setBit(place, isTicked);
        if (isTicked)
            m_columns[part].remove(place);
    }
    m_counts[part] = static_cast<int>(m_ticks[part].count(true));
    Q_EMIT changed(part);
}

void TickedWeights::tickAll(int part, bool isTicked)
{
    m_ticks[part].fill(isTicked);
    m_columns[part].clear();
    m_counts[part] = isTicked ? m_parts[part].count : 0;
    Q_EMIT changed(part);
}

void TickedWeights::tickWeight(int part, int row, int column, bool isTicked)
{
    if (m_ticks[part].testBit(row))
        return;
    QVector<int> &columns = m_columns[part][row];
    columns.removeOne(column);
    if (isTicked)
        columns.insert(std::lower_bound(columns.begin(), columns.end(), column), column);
    if (columns.isEmpty())
        m_columns[part].remove(row);
    Q_EMIT changed(part);
}

void TickedWeights::set(const TickWords &words)
{
    const QJsonObject selection = selectionJson(words);
    untick();
    for (int part = 0; part < static_cast<int>(m_parts.size()); ++part)
        setPart(part, selection);
    Q_EMIT changed(-1);
}

void TickedWeights::setPart(int part, const QJsonObject &selection)
{
    const WeightPart &of = m_parts[part];
    const bool isModule = of.kind == WeightPart::Kind::Rows;
    if (isModule && ((of.layer >= 0 && selection[QLatin1String("layers")].toArray().contains(of.layer)) ||
                     selection[QLatin1String("modules")].toArray().contains(of.name)))
        m_ticks[part].fill(true);
    const QLatin1String kind(isModule ? "rows" : "neurons");
    for (const QJsonValue place : selection[kind][of.name].toArray())
        if (place.toInt() < of.count)
            m_ticks[part].setBit(place.toInt());
    m_counts[part] = static_cast<int>(m_ticks[part].count(true));
    if (!isModule)
        return;
    for (const QJsonValue weight : selection[QLatin1String("weights")][of.name].toArray()) {
        const int row = weight[0].toInt();
        const int column = weight[1].toInt();
        if (row < of.count && column < of.width && !m_ticks[part].testBit(row))
            m_columns[part][row].append(column);
    }
    for (QVector<int> &columns : m_columns[part]) {
        std::sort(columns.begin(), columns.end());
        columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    }
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

QStringList TickedWeights::singleWords(int part) const
{
    QStringList words;
    for (auto row = m_columns[part].begin(); row != m_columns[part].end(); ++row)
        for (const int column : row.value())
            words << QStringLiteral("%1/%2").arg(row.key()).arg(column);
    return words;
}

void TickedWeights::apply(EditSettings &settings) const
{
    for (int part = 0; part < static_cast<int>(m_parts.size()); ++part) {
        const WeightPart &from = m_parts[part];
        if (const QStringList weights = singleWords(part); !weights.isEmpty())
            settings.weights << from.name + u':' + weights.join(u',');
        if (m_counts[part] == 0)
            continue;
        const QString words = from.name + u':' + ranges(part);
        if (from.kind == WeightPart::Kind::Neurons)
            settings.neurons << words;
        else if (m_counts[part] == from.count)
            settings.modules << from.name;
        else
            settings.rows << words;
    }
}

QJsonObject TickedWeights::selection() const
{
    EditSettings ticked;
    apply(ticked);
    return selectionJson(wordsOf(ticked));
}

} // namespace cw
