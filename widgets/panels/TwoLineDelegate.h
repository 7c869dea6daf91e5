// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace cw {

/// Draws list items as an icon, a title, and a detail in small muted text below it.
class TwoLineDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// detailRole: the role of the model that holds the second line.
    explicit TwoLineDelegate(int detailRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_detailRole;
};

} // namespace cw
