// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace cw {

/// The tree of layers and modules as a person searches and sorts it: by words of which each stands in the name of a
/// module or its layer, "3 mlp", and by the numbers of a column; by names as the model has them.
class PartFinder final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit PartFinder(QObject *parent = nullptr);

    void find(const QString &words);
    bool isFinding() const { return !m_words.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
};

} // namespace cw
