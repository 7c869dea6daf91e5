// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace cw {

/// A field for numbers of any size: what is typed is kept as it is and shown without noughts at its end, where a spin
/// box of Qt rounds to a fixed number of decimals.
class NumberField final : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit NumberField(QWidget *parent = nullptr);

    QString textFromValue(double value) const override;
};

} // namespace cw
