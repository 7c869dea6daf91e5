// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/VotesModel.h"

#include "widgets/style/Numbers.h"

#include <QLocale>
#include <algorithm>
#include <numeric>

namespace cw {

VotesModel::VotesModel(std::shared_ptr<const Located> located, QObject *parent)
    : QAbstractTableModel(parent), m_located(std::move(located)), m_rows(m_located->places.size())
{
    std::iota(m_rows.begin(), m_rows.end(), std::size_t{0});
    for (const LocatedPlace &place : m_located->places)
        m_most = std::max(m_most, place.votes);
}

int VotesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int VotesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

double VotesModel::value(std::size_t place, int column) const
{
    const LocatedPlace &of = m_located->places[place];
    switch (column) {
    case Votes: return static_cast<double>(of.votes);
    case Mean: return of.mean;
    case IsLocated: return of.isLocated ? 1 : 0;
    default: return static_cast<double>(place);
    }
}

/// A weight is voted for by nothing that has a mean.
QString VotesModel::mean(const LocatedPlace &place) const
{
    return m_located->settings.what == LocateSettings::What::Weights ? QString() : formatNumber(place.mean);
}

QString VotesModel::text(const LocatedPlace &place, int column) const
{
    switch (column) {
    case Place: return place.name;
    case Votes: return QLocale().toString(place.votes);
    case Mean: return mean(place);
    case IsLocated: return place.isLocated ? tr("yes") : tr("no");
    default: return {};
    }
}

QVariant VotesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LocatedPlace &place = m_located->places[m_rows[static_cast<std::size_t>(index.row())]];
    const bool isText = index.column() == Place || index.column() == IsLocated;
    switch (role) {
    case Qt::DisplayRole: return text(place, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case ShareRole:
        return index.column() == Votes ? QVariant(static_cast<double>(place.votes) / static_cast<double>(m_most))
                                       : QVariant();
    default: return {};
    }
}

QVariant VotesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Place"), tr("Votes"), tr("Mean"), tr("Located")}[section];
}

void VotesModel::sort(int column, Qt::SortOrder order)
{
    Q_EMIT layoutAboutToBeChanged();
    const std::vector<std::size_t> before = m_rows;
    std::iota(m_rows.begin(), m_rows.end(), std::size_t{0});
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](std::size_t a, std::size_t b) {
        return order == Qt::AscendingOrder ? value(a, column) < value(b, column) : value(b, column) < value(a, column);
    });
    std::vector<int> rowOf(m_rows.size());
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        rowOf[m_rows[row]] = static_cast<int>(row);
    const QModelIndexList old = persistentIndexList();
    QModelIndexList now;
    for (const QModelIndex &each : old)
        now << index(rowOf[before[static_cast<std::size_t>(each.row())]], each.column());
    changePersistentIndexList(old, now);
    Q_EMIT layoutChanged();
}

} // namespace cw
