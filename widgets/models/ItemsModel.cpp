// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/ItemsModel.h"

#include "widgets/style/Numbers.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace cw {

namespace {

enum Column { Number, Text, Group, FirstWay };

QString translated(const char *text)
{
    return QCoreApplication::translate("Measure", text);
}

} // namespace

ItemsModel::ItemsModel(std::shared_ptr<const MeasureProgress> progress, QObject *parent)
    : QAbstractTableModel(parent), m_progress(std::move(progress)),
      m_ways(static_cast<int>(m_progress->run.info().ways.size()))
{
    arrange();
}

void ItemsModel::setFilter(const QString &words)
{
    if (words == m_filter)
        return;
    beginResetModel();
    m_filter = words;
    arrange();
    endResetModel();
}

bool ItemsModel::isNumber(int column) const
{
    return column == Number || (column >= FirstWay + m_ways && column < reasonColumn());
}

int ItemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ItemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstWay + m_ways + m_progress->run.columns() + 1;
}

QVariant ItemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const std::size_t item = itemOf(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(item, index.column());
    case Qt::ToolTipRole: return index.column() == Number ? m_progress->run.items[item].id : text(item, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant ItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::TextAlignmentRole))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const MeasureInfo &info = m_progress->run.info();
    if (section < FirstWay)
        return QStringList{tr("No."), tr("Text"), tr("Group")}[section];
    if (section < FirstWay + m_ways)
        return translated(info.ways[static_cast<std::size_t>(section - FirstWay)]);
    if (section == reasonColumn())
        return tr("Remark");
    const auto column = static_cast<std::size_t>(section - FirstWay - m_ways);
    return column < info.columns.size()
               ? translated(info.columns[column].title)
               : m_progress->run.moreColumns.value(static_cast<qsizetype>(column - info.columns.size()));
}

void ItemsModel::sort(int column, Qt::SortOrder order)
{
    Q_EMIT layoutAboutToBeChanged();
    m_sorted = column;
    m_order = order;
    const std::vector<int> before = m_rows;
    arrange();
    std::vector<int> places(m_progress->states.size(), -1);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        places[static_cast<std::size_t>(m_rows[row])] = static_cast<int>(row);
    const QModelIndexList old = persistentIndexList();
    QModelIndexList now;
    for (const QModelIndex &index : old)
        now << this->index(places[static_cast<std::size_t>(before[static_cast<std::size_t>(index.row())])],
                           index.column());
    changePersistentIndexList(old, now);
    Q_EMIT layoutChanged();
}

bool ItemsModel::matches(const MeasureItem &item, int number, const QString &words) const
{
    const auto holds = [&words](const QString &text) { return text.contains(words, Qt::CaseInsensitive); };
    return holds(item.text) || holds(item.id) || holds(item.group) ||
           std::any_of(item.clusters.begin(), item.clusters.end(), holds) || holds(m_progress->reasons.value(number));
}

QString ItemsModel::text(std::size_t item, int column) const
{
    const MeasureItem &what = m_progress->run.items[item];
    if (column == Number)
        return QString::number(item + 1);
    if (column == Text)
        return what.text;
    if (column == Group)
        return what.group;
    if (column < FirstWay + m_ways)
        return what.clusters.value(column - FirstWay);
    if (column < reasonColumn())
        return formatNumber(static_cast<double>(value(item, column)));
    switch (m_progress->states[item]) {
    case ItemState::Pending: return tr("not measured yet");
    case ItemState::Cut: return tr("cut from the left");
    case ItemState::LeftOut: return m_progress->reasons.value(static_cast<int>(item));
    case ItemState::Spared: return tr("spared: the headline was sure without it");
    case ItemState::Done: break;
    }
    return {};
}

float ItemsModel::value(std::size_t item, int column) const
{
    return m_progress->columns[static_cast<std::size_t>(column - FirstWay - m_ways)][item];
}

/// Puts the items that fit the filter into the order that was asked for.
void ItemsModel::arrange()
{
    m_rows.clear();
    for (std::size_t item = 0; item < m_progress->states.size(); ++item)
        if (m_filter.isEmpty() || matches(m_progress->run.items[item], static_cast<int>(item), m_filter))
            m_rows.push_back(static_cast<int>(item));
    if (m_sorted == Number || m_sorted < 0) {
        if (m_sorted == Number && m_order == Qt::DescendingOrder)
            std::reverse(m_rows.begin(), m_rows.end());
    } else if (isNumber(m_sorted)) {
        sortByNumber(m_sorted);
    } else {
        sortByText(m_sorted);
    }
}

void ItemsModel::sortByNumber(int column)
{
    const bool isUp = m_order == Qt::AscendingOrder;
    std::stable_sort(m_rows.begin(), m_rows.end(), [this, column, isUp](int a, int b) {
        const float x = value(static_cast<std::size_t>(a), column);
        const float y = value(static_cast<std::size_t>(b), column);
        if (std::isnan(x) || std::isnan(y))
            return !std::isnan(x) && std::isnan(y);
        return isUp ? x < y : y < x;
    });
}

void ItemsModel::sortByText(int column)
{
    std::vector<QString> texts(m_progress->states.size());
    for (const int item : m_rows)
        texts[static_cast<std::size_t>(item)] = text(static_cast<std::size_t>(item), column);
    const bool isUp = m_order == Qt::AscendingOrder;
    std::stable_sort(m_rows.begin(), m_rows.end(), [&texts, isUp](int a, int b) {
        const QString &x = texts[static_cast<std::size_t>(a)];
        const QString &y = texts[static_cast<std::size_t>(b)];
        if (x.isEmpty() || y.isEmpty())
            return !x.isEmpty() && y.isEmpty();
        return isUp ? x < y : y < x;
    });
}

} // namespace cw
