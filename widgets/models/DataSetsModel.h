// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DataSets.h"

#include <QAbstractTableModel>
#include <QHash>

namespace cw {

/// The files of all data sets: whether each lies in the chosen folder, and whether it is the published one.
class DataSetsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Set, File, Found, Sum, Rows, Licence, Readers, ColumnCount };

    explicit DataSetsModel(QObject *parent = nullptr);

    /// Looks again where files lie; sums are unknown then.
    void setFolder(const QString &folder);
    /// The files that were found.
    QStringList foundPaths() const;
    /// The sum of a file that was found; empty: it could not be read.
    void setSum(const QString &path, const QString &sum);
    const DataSetInfo &set(int row) const;
    /// Titles of the measures that read a set.
    static QStringList readersOf(const QString &set);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        qsizetype set = 0;
        qsizetype file = 0;
        QString path; ///< empty: not found
    };
    enum class SumState { NotFound, Pending, Official, Differs, Unknown, Unreadable };

    SumState sumState(const Row &row) const;
    QString text(const Row &row, int column) const;
    QString toolTip(const Row &row, int column) const;
    QVariant picture(const Row &row, int column) const;

    QVector<Row> m_rows;
    QHash<QString, QString> m_sums; ///< by path
};

} // namespace cw
