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
    connect(&m_ticks, &TickedWeights::partsChanged, this, [this] { show(-1); });
}

void WeightRows::show(int part)
{
    beginResetModel();
    m_part = part;
    m_numbers = {};
    m_largest = {};
    countVotes();
    arrange();
    endResetModel();
}

void WeightRows::setNumbers(Column column, const std::vector<float> &numbers)
{
    m_numbers[column] = numbers;
    m_largest[column] = numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end());
    reset();
}

void WeightRows::setVotes(const QHash<QString, qint64> &votes)
{
    m_votes = votes;
    countVotes();
    reset();
}

/// Those of the part's rows and of its single weights.
void WeightRows::countVotes()
{
    std::vector<float> &rows = m_numbers[Votes];
    rows.clear();
    m_weightVotes.clear();
    if (m_part < 0 || m_ticks.parts()[m_part].kind != WeightPart::Kind::Rows)
        return;
    const QString prefix = m_ticks.parts()[m_part].name + u':';
    for (auto vote = m_votes.begin(); vote != m_votes.end(); ++vote) {
        if (!vote.key().startsWith(prefix))
            continue;
        const QStringList numbers = vote.key().mid(prefix.size()).split(u'/');
        const int row = numbers.first().toInt();
        if (numbers.size() == 2)
            m_weightVotes.insert({row, numbers.last().toInt()}, static_cast<float>(vote.value()));
        rows.resize(static_cast<std::size_t>(m_ticks.parts()[m_part].count));
        if (numbers.size() == 1 && row < static_cast<int>(rows.size()))
            rows[static_cast<std::size_t>(row)] = static_cast<float>(vote.value());
    }
    m_largest[Votes] = rows.empty() ? 0 : *std::max_element(rows.begin(), rows.end());
    for (const float votes : std::as_const(m_weightVotes))
        m_largest[Votes] = std::max(m_largest[Votes], votes);
}

void WeightRows::reset()
{
    beginResetModel();
    arrange();
    endResetModel();
}

void WeightRows::follow(int part)
{
    if (m_part < 0 || (part >= 0 && part != m_part))
        return;
    if (m_tickedOnly || m_weights > 0 || m_ticks.singles(m_part) > 0)
        reset();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
}

bool WeightRows::setFilter(const QString &words)
{
    std::vector<std::pair<int, int>> ranges;
    const bool isRead = readRanges(words, ranges);
    m_ranges = isRead ? ranges : std::vector<std::pair<int, int>>();
    reset();
    return isRead;
}

void WeightRows::setTickedOnly(bool tickedOnly)
{
    m_tickedOnly = tickedOnly;
    reset();
}

bool WeightRows::isWanted(int place) const
{
    if (m_tickedOnly && !m_ticks.isTicked(m_part, place) && m_ticks.columns(m_part, place).isEmpty())
        return false;
    return m_ranges.empty() || std::any_of(m_ranges.begin(), m_ranges.end(), [place](const auto &range) {
               return place >= range.first && place <= range.second;
           });
}

void WeightRows::arrange()
{
    m_rows.clear();
    m_weights = 0;
    if (m_part < 0)
        return;
    for (int place = 0; place < m_ticks.parts()[m_part].count; ++place)
        if (isWanted(place))
            m_rows.push_back({place});
    const std::vector<float> &numbers = m_numbers[static_cast<std::size_t>(m_sorted)];
    const auto value = [&numbers](const Entry &row) { return numbers[static_cast<std::size_t>(row.place)]; };
    if (!numbers.empty())
        std::stable_sort(m_rows.begin(), m_rows.end(), [&](const Entry &a, const Entry &b) {
            return m_order == Qt::AscendingOrder ? value(a) < value(b) : value(a) > value(b);
        });
    else if (m_order == Qt::DescendingOrder)
        std::reverse(m_rows.begin(), m_rows.end());
    if (m_ticks.singles(m_part) > 0)
        addWeights();
}

/// Below each row those of its weights that are ticked.
void WeightRows::addWeights()
{
    std::vector<Entry> all;
    for (const Entry &row : m_rows) {
        all.push_back(row);
        for (const int column : m_ticks.columns(m_part, row.place))
            all.push_back({row.place, column});
    }
    m_weights = static_cast<int>(all.size() - m_rows.size());
    m_rows = std::move(all);
}

void WeightRows::sort(int column, Qt::SortOrder order)
{
    m_sorted = column;
    m_order = order;
    Q_EMIT layoutAboutToBeChanged();
    QVector<Entry> entries;
    const QModelIndexList kept = persistentIndexList();
    for (const QModelIndex &index : kept)
        entries << entry(index);
    arrange();
    std::vector<int> rowOf(m_part < 0 ? 0 : static_cast<std::size_t>(m_ticks.parts()[m_part].count), -1);
    for (int row = 0; row < rowCount(); ++row)
        if (const Entry &each = m_rows[static_cast<std::size_t>(row)]; !each.isWeight())
            rowOf[static_cast<std::size_t>(each.place)] = row;
    QModelIndexList moved;
    for (qsizetype i = 0; i < kept.size(); ++i) {
        const Entry &old = entries[i];
        const auto behind = static_cast<int>(m_ticks.columns(m_part, old.place).indexOf(old.column)) + 1;
        moved << index(rowOf[static_cast<std::size_t>(old.place)] + behind, kept[i].column());
    }
    changePersistentIndexList(kept, moved);
    Q_EMIT layoutChanged();
}

void WeightRows::toggle(const QModelIndexList &rows)
{
    QVector<int> places;
    QVector<Entry> weights;
    for (const QModelIndex &index : rows) {
        if (entry(index).isWeight())
            weights << entry(index);
        else
            places << entry(index).place;
    }
    for (const Entry &weight : std::as_const(weights))
        m_ticks.tickWeight(m_part, weight.place, weight.column, false);
    const bool allTicked =
        std::all_of(places.begin(), places.end(), [this](int place) { return m_ticks.isTicked(m_part, place); });
    if (!places.isEmpty())
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

float WeightRows::number(const Entry &entry, int column) const
{
    if (entry.isWeight())
        return column == Votes ? m_weightVotes.value({entry.place, entry.column}, -1) : -1;
    const std::vector<float> &numbers = m_numbers[static_cast<std::size_t>(column)];
    return numbers.empty() ? -1 : numbers[static_cast<std::size_t>(entry.place)];
}

QString WeightRows::text(const Entry &entry, int column) const
{
    if (column == Number)
        return entry.isWeight() ? QStringLiteral("\u2003%1/%2").arg(entry.place).arg(entry.column)
                                : QLocale().toString(entry.place);
    const float known = number(entry, column);
    if (column == Votes)
        return known > 0 ? QLocale().toString(static_cast<int>(known)) : QString();
    return known >= 0 ? formatNumber(known) : QString();
}

QVariant WeightRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Entry &row = entry(index);
    const bool isTicked = row.isWeight() || m_ticks.isTicked(m_part, row.place);
    const auto column = static_cast<std::size_t>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::CheckStateRole:
        return index.column() == Number ? QVariant(isTicked ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Number ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case ShareRole:
        return index.column() != Number && m_largest[column] > 0 && number(row, index.column()) >= 0
                   ? QVariant(number(row, index.column()) / m_largest[column])
                   : QVariant();
    default: return {};
    }
}

bool WeightRows::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Number)
        return false;
    const Entry row = entry(index);
    const bool isTicked = value.toInt() == Qt::Checked;
    if (row.isWeight())
        m_ticks.tickWeight(m_part, row.place, row.column, isTicked);
    else
        m_ticks.tick(m_part, {row.place}, isTicked);
    return true;
}

QVariant WeightRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Number ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const QStringList tips{
        {},
        tr("Euclidean norm of its weights in the checkpoint, without edits"),
        tr("Euclidean norm of the gradient of the loss of the prompts that locating reads, in the checkpoint"),
        tr("How many prompts voted for it when places were located")};
    if (role == Qt::ToolTipRole)
        return tips[section];
    if (role != Qt::DisplayRole || m_part < 0)
        return {};
    const bool isNeurons = m_ticks.parts()[m_part].kind == WeightPart::Kind::Neurons;
    return QStringList{isNeurons ? tr("Neuron") : tr("Row"), tr("Norm"), tr("Gradient"), tr("Votes")}[section];
}

Qt::ItemFlags WeightRows::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == Number ? plain | Qt::ItemIsUserCheckable : plain;
}

} // namespace cw
