// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace cw {

/// A line for texts that end a generated one: between commas, with \n, \t, \, and \\ for what cannot be typed here.
class StopEdit final : public QLineEdit {
    Q_OBJECT
public:
    using QLineEdit::QLineEdit;

    QStringList stops() const;
    void setStops(const QStringList &stops);
};

} // namespace cw
