// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MeasureRun.h"

#include <QAbstractTableModel>
#include <memory>

namespace cw {

/// The items of a measure with their values, read straight from its arrays: sorted and searched by moving numbers, so
/// that a hundred thousand rows answer at once.
class ItemsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit ItemsModel(std::shared_ptr<const MeasureProgress> progress, QObject *parent = nullptr);

    /// Shows those items whose text, id, group, clusters or reason hold these words, whatever their case.
    void setFilter(const QString &words);
    /// The item that stands in a row.
    std::size_t itemOf(int row) const { return static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)]); }
    /// Whether a column holds numbers.
    bool isNumber(int column) const;
    int reasonColumn() const { return columnCount() - 1; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Column -1: the order in which items were measured. Items without a value stand last either way.
    void sort(int column, Qt::SortOrder order) override;

private:
    bool matches(const MeasureItem &item, int number, const QString &words) const;
    QString text(std::size_t item, int column) const;
    float value(std::size_t item, int column) const;
    void arrange();
    void sortByNumber(int column);
    void sortByText(int column);

    std::shared_ptr<const MeasureProgress> m_progress;
    int m_ways;              ///< columns of clusters
    std::vector<int> m_rows; ///< items, as they stand
    QString m_filter;
    int m_sorted = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace cw
