// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace cw {

/// A line for a target of a trace. Its spaces matter, so they are shown as ␣.
class TargetEdit final : public QLineEdit {
    Q_OBJECT
public:
    explicit TargetEdit(QWidget *parent = nullptr);

    /// The target as it is compared, with real spaces.
    QString target() const;
    void setTarget(const QString &target);

Q_SIGNALS:
    void targetEdited();

private:
    void showSpaces();
};

} // namespace cw
