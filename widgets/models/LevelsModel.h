// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MgLevels.h"

#include <QAbstractTableModel>

namespace cw {

/// The lines of a comparison of levels, in its order.
class LevelsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Level,
        Changed,
        TrainFb,
        DevFb,
        TestFb,
        TrainImbalance,
        DevImbalance,
        TestImbalance,
        Mass,
        Perplexity,
        Definitions,
        Guards,
        Placebos,
        P,
        Seconds,
        ColumnCount
    };
    enum ExtraRole {
        NumberRole = Qt::UserRole + 1, ///< to sort by
        ShareRole,                     ///< of the most weights changed
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// More lines come at the end; else it is another comparison.
    void setLevels(const MgLevels &levels);
    const MgLevels &levels() const { return m_levels; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    double number(int row, int column) const;
    QString text(int row, int column) const;

    MgLevels m_levels;
};

} // namespace cw
