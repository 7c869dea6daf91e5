// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStringList>

namespace cw {

/// Work that was never saved as a file of the person's own, and projects that were open lately, each newest first;
/// those whose file is gone stay in the list and say so.
class RecentModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum ExtraRole { DetailRole = Qt::UserRole + 1, PathRole, MissingRole };

    using QAbstractListModel::QAbstractListModel;

    /// Shows these files and looks again which of them are there.
    void setPaths(const QStringList &unsaved, const QStringList &recent);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry {
        QString path;
        bool missing = false;
        bool isUnsaved = false;
    };
    QVector<Entry> m_entries;
};

} // namespace cw
