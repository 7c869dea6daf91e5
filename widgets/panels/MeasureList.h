// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>

namespace cw {

/// All measures with a box to tick for each; those that are not for the open model say why and cannot be ticked.
class MeasureList final : public QTreeWidget {
    Q_OBJECT
public:
    explicit MeasureList(QWidget *parent = nullptr);

    /// Names of those that are ticked and can be taken, in their order.
    QStringList ticked() const;
    void setTicked(const QStringList &names);
    void tickAll(bool ticked);
    /// The kind of the open model.
    void setMasked(bool isMasked);

Q_SIGNALS:
    void ticksChanged();
};

} // namespace cw
