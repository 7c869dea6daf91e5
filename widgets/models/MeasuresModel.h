// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/ShownMeasures.h"

#include <QAbstractItemModel>

namespace cw {

struct IntervalBar;

/// Measures and, below each, its numbers: values, intervals, items, and what a second model changes.
class MeasuresModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Name, Value, Range, After, Change, P, Guard, Flipped, Bar, Items, Goal, ColumnCount };
    /// BarRole: an IntervalBar.
    enum ExtraRole { BarRole = Qt::UserRole + 1 };

    explicit MeasuresModel(ShownMeasures &shown, QObject *parent = nullptr);

    /// The row of the measure that an index belongs to; -1: none.
    static int measureOf(const QModelIndex &index);
    /// Whether a column says something only where two models are compared.
    static bool isOfComparison(int column) { return column >= After && column <= Flipped; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reset();
    void update(int row);
    QString text(const ShownMeasure &measure, int number, int column) const;
    QString changeText(const ShownMeasure &measure, int number, int column) const;
    QString toolTip(const ShownMeasure &measure, int number, int column) const;

    ShownMeasures &m_shown;
    std::vector<int> m_children; ///< how many numbers stand below each row
};

/// What stands about a measure in words: source, goal, what the field knows against it, files that are not the
/// published ones, why it was not taken. One sentence or more for each line.
QStringList remarks(const ShownMeasures &shown, const ShownMeasure &measure);

/// A number of a measure on its scale.
IntervalBar intervalBar(const ShownMeasure &measure, int number);

} // namespace cw
