// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Located.h"

#include <QAbstractTableModel>
#include <memory>

namespace cw {

/// The places that prompts have voted for: sorted by moving numbers.
class VotesModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Place, Votes, Mean, IsLocated, ColumnCount };
    enum ExtraRole { ShareRole = Qt::UserRole + 1 }; ///< of the most votes

    explicit VotesModel(std::shared_ptr<const Located> located, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Place: the order in which they were located.
    void sort(int column, Qt::SortOrder order) override;

private:
    double value(std::size_t place, int column) const;
    QString text(const LocatedPlace &place, int column) const;
    QString mean(const LocatedPlace &place) const;

    std::shared_ptr<const Located> m_located;
    std::vector<std::size_t> m_rows; ///< places, as they stand
    qint64 m_most = 1;
};

} // namespace cw
