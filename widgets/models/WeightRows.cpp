// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/WeightRows.h"

#include "core/project/TickedWeights.h"
#include "widgets/style/Numbers.h"

#include <QLocale>
#include <algorithm>

namespace cw {

namespace {

/// "7, 9-12"; false where it is none.
bool readRanges(const QString &words, std::vector<std::pair<int, int>> &ranges)
{
    ranges.clear();
    for (const QString &word : words.split(u',', Qt::SkipEmptyParts)) {
        const QStringList ends = word.trimmed().split(u'-');
        bool isFirst = false;
        bool isLast = false;
        const int first = ends.first().trimmed().toInt(&isFirst);
        const int last = ends.last().trimmed().toInt(&isLast);
        if (!isFirst || !isLast || ends.size() > 2 || last < first)
            return false;
        ranges.emplace_back(first, last);
    }
    return true;
}

} // namespace

WeightRows::WeightRows(TickedWeights &ticks, QObject *parent) : QAbstractTableModel(parent), m_ticks(ticks)
{
    connect(&m_ticks, &TickedWeights::changed, this, &WeightRows::follow);
    connect(&m_ticks, &TickedWeights::partsChanged, this, [this] { show(-1, {}); });
}

void WeightRows::show(int part, const std::vector<float> &norms)
{
    beginResetModel();
    m_part = part;
    m_norms = norms;
    m_largest = norms.empty() ? 0 : *std::max_element(norms.begin(), norms.end());
    arrange();
    endResetModel();
}

void WeightRows::follow(int part)
{
    if ((part < 0 || part == m_part) && m_tickedOnly) {
        beginResetModel();
        arrange();
        endResetModel();
    } else if ((part < 0 || part == m_part) && !m_rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
    }
}

bool WeightRows::setFilter(const QString &words)
{
    std::vector<std::pair<int, int>> ranges;
    const bool isRead = readRanges(words, ranges);
    beginResetModel();
    m_ranges = isRead ? ranges : std::vector<std::pair<int, int>>();
    arrange();
    endResetModel();
    return isRead;
}

void WeightRows::setTickedOnly(bool tickedOnly)
{
    beginResetModel();
    m_tickedOnly = tickedOnly;
    arrange();
    endResetModel();
}

bool WeightRows::isWanted(int place) const
{
    if (m_tickedOnly && !m_ticks.isTicked(m_part, place))
        return false;
    return m_ranges.empty() || std::any_of(m_ranges.begin(), m_ranges.end(), [place](const auto &range) {
               return place >= range.first && place <= range.second;
           });
}

void WeightRows::arrange()
{
    m_rows.clear();
    if (m_part < 0)
        return;
    for (int place = 0; place < m_ticks.parts()[m_part].count; ++place)
        if (isWanted(place))
            m_rows.push_back(place);
    const bool byNorm = m_sorted == Norm && !m_norms.empty();
    const auto value = [this](int place) { return m_norms[static_cast<std::size_t>(place)]; };
    if (byNorm)
        std::stable_sort(m_rows.begin(), m_rows.end(), [&](int a, int b) {
            return m_order == Qt::AscendingOrder ? value(a) < value(b) : value(a) > value(b);
        });
    else if (m_order == Qt::DescendingOrder)
        std::reverse(m_rows.begin(), m_rows.end());
}

void WeightRows::sort(int column, Qt::SortOrder order)
{
    m_sorted = column;
    m_order = order;
    Q_EMIT layoutAboutToBeChanged();
    QVector<int> places;
    const QModelIndexList kept = persistentIndexList();
    for (const QModelIndex &index : kept)
        places << placeOf(index.row());
    arrange();
    std::vector<int> rowOf(m_part < 0 ? 0 : static_cast<std::size_t>(m_ticks.parts()[m_part].count), -1);
    for (int row = 0; row < rowCount(); ++row)
        rowOf[static_cast<std::size_t>(placeOf(row))] = row;
    QModelIndexList moved;
    for (qsizetype i = 0; i < kept.size(); ++i)
        moved << index(rowOf[static_cast<std::size_t>(places[i])], kept[i].column());
    changePersistentIndexList(kept, moved);
    Q_EMIT layoutChanged();
}

void WeightRows::toggle(const QModelIndexList &rows)
{
    QVector<int> places;
    for (const QModelIndex &index : rows)
        places << placeOf(index.row());
    const bool allTicked =
        std::all_of(places.begin(), places.end(), [this](int place) { return m_ticks.isTicked(m_part, place); });
    m_ticks.tick(m_part, places, !allTicked);
}

int WeightRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int WeightRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant WeightRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int place = placeOf(index.row());
    const bool isMeasured = !m_norms.empty();
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Number)
            return QLocale().toString(place);
        return isMeasured ? formatNumber(m_norms[static_cast<std::size_t>(place)]) : QString();
    case Qt::CheckStateRole:
        return index.column() == Number ? QVariant(m_ticks.isTicked(m_part, place) ? Qt::Checked : Qt::Unchecked)
                                        : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Number ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case ShareRole:
        return index.column() == Norm && isMeasured && m_largest > 0
                   ? QVariant(m_norms[static_cast<std::size_t>(place)] / m_largest)
                   : QVariant();
    default: return {};
    }
}

bool WeightRows::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Number)
        return false;
    m_ticks.tick(m_part, {placeOf(index.row())}, value.toInt() == Qt::Checked);
    return true;
}

QVariant WeightRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Number ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || m_part < 0)
        return {};
    if (section == Norm)
        return tr("Norm");
    return m_ticks.parts()[m_part].kind == WeightPart::Kind::Neurons ? tr("Neuron") : tr("Row");
}

Qt::ItemFlags WeightRows::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == Number ? plain | Qt::ItemIsUserCheckable : plain;
}

} // namespace cw
