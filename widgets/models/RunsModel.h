// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Records.h"

#include <QAbstractListModel>
#include <QVector>

namespace cw {

/// The runs of a project, newest first: the prompt, and below it what was compared, how it went and when.
class RunsModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum ExtraRole { DetailRole = Qt::UserRole + 1, IdRole };

    using QAbstractListModel::QAbstractListModel;

    /// Shows these runs. Rows that stay keep their place, so that a selection survives.
    void setRuns(QVector<RunRecord> runs);
    const RunRecord &run(int row) const { return m_runs.at(row); }
    /// The row of a run, or -1.
    int rowOf(std::int64_t id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QVector<RunRecord> m_runs; ///< newest first
};

/// What a run was made of, in a line: its prompt, or what was measured, located or compared in which model.
QString titleOf(const RunRecord &run);

} // namespace cw
