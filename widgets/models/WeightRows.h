// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <vector>

namespace cw {

class TickedWeights;

/// The rows or neurons of one part with their norms: sorted and filtered by moving numbers, so that a million answers
/// at once.
class WeightRows final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Norm, ColumnCount };
    enum ExtraRole { ShareRole = Qt::UserRole + 1 }; ///< of the largest norm

    explicit WeightRows(TickedWeights &ticks, QObject *parent = nullptr);

    /// norms: of its rows; empty: not measured yet.
    void show(int part, const std::vector<float> &norms);
    int part() const { return m_part; }
    /// Shows the rows of these numbers and ranges, "7, 9-12"; empty: all. False where the words are no numbers.
    bool setFilter(const QString &words);
    void setTickedOnly(bool tickedOnly);
    /// Ticks these rows of the table, or unticks them where all are ticked.
    void toggle(const QModelIndexList &rows);
    int placeOf(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void follow(int part);
    void arrange();
    bool isWanted(int place) const;

    TickedWeights &m_ticks;
    int m_part = -1;
    std::vector<float> m_norms;
    float m_largest = 0;
    std::vector<int> m_rows; ///< places, as they stand
    std::vector<std::pair<int, int>> m_ranges;
    bool m_tickedOnly = false;
    int m_sorted = Number;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace cw
