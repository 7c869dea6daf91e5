// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <array>
#include <vector>

namespace cw {

class TickedWeights;

/// The rows or neurons of one part with what is known of them, and below a row its single weights that are ticked:
/// sorted and filtered by moving numbers, so that a million answers at once.
class WeightRows final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Norm, Gradient, Votes, ColumnCount };
    enum ExtraRole { ShareRole = Qt::UserRole + 1 }; ///< of the largest number of its column

    explicit WeightRows(TickedWeights &ticks, QObject *parent = nullptr);

    /// Another part, of which nothing is known but its votes.
    void show(int part);
    int part() const { return m_part; }
    /// Norms or gradients of its rows; empty: not measured yet.
    void setNumbers(Column column, const std::vector<float> &numbers);
    /// Of places as Located names them.
    void setVotes(const QHash<QString, qint64> &votes);
    /// Shows the rows of these numbers and ranges, "7, 9-12"; empty: all. False where the words are no numbers.
    bool setFilter(const QString &words);
    void setTickedOnly(bool tickedOnly);
    /// Ticks these rows of the table, or unticks them where all are ticked; single weights are unticked.
    void toggle(const QModelIndexList &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    /// A row or neuron, or a single weight of a row.
    struct Entry {
        int place;
        int column = -1; ///< of the weight; -1: the whole row

        bool isWeight() const { return column >= 0; }
    };

    void follow(int part);
    void reset();
    void arrange();
    void addWeights();
    void countVotes();
    bool isWanted(int place) const;
    const Entry &entry(const QModelIndex &index) const { return m_rows[static_cast<std::size_t>(index.row())]; }
    /// Below 0 where nothing is known.
    float number(const Entry &entry, int column) const;
    QString text(const Entry &entry, int column) const;

    TickedWeights &m_ticks;
    int m_part = -1;
    std::array<std::vector<float>, ColumnCount> m_numbers; ///< by column and place; of Number none
    std::array<float, ColumnCount> m_largest{};
    QHash<QString, qint64> m_votes;
    QHash<QPair<int, int>, float> m_weightVotes; ///< of single weights of the part
    std::vector<Entry> m_rows;                   ///< as they stand
    int m_weights = 0;                           ///< of them single ones
    std::vector<std::pair<int, int>> m_ranges;
    bool m_tickedOnly = false;
    int m_sorted = Number;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace cw
