// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace cw {

/// Gives the cells of numbers room, and draws a number over a pale bar that is as long as its share of the largest one.
class NormDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// shareRole: the role of the model that holds the share, 0 to 1.
    explicit NormDelegate(int shareRole, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_shareRole;
};

} // namespace cw
