// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace cw {

/// Draws the bars of numbers with their intervals in a table of measures.
class IntervalDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// barRole: the role of the model that holds an IntervalBar.
    explicit IntervalDelegate(int barRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_barRole;
};

} // namespace cw
