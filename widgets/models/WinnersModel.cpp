// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/WinnersModel.h"

namespace cw {

WinnersModel::WinnersModel(std::shared_ptr<const Located> located, QObject *parent)
    : QAbstractTableModel(parent), m_located(std::move(located))
{
}

int WinnersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_located->winners.size());
}

int WinnersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant WinnersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) ||
        role != Qt::DisplayRole)
        return {};
    if (index.column() == Prompt)
        return m_located->prompts.value(index.row()).simplified();
    const int place = m_located->winners[static_cast<std::size_t>(index.row())];
    return place < 0 ? QString() : m_located->places[static_cast<std::size_t>(place)].name;
}

QVariant WinnersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Prompt ? tr("Prompt") : tr("Best place");
}

} // namespace cw
