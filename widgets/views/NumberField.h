// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace cw {

/// A field for numbers of any size: what is typed, 1e-9 too, is kept as it is and shown without noughts at its end,
/// where a spin box of Qt rounds to a fixed number of decimals and knows no exponents.
class NumberField final : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit NumberField(QWidget *parent = nullptr);

    QString textFromValue(double value) const override;
    double valueFromText(const QString &text) const override;
    QValidator::State validate(QString &text, int &position) const override;
    void stepBy(int steps) override;
};

} // namespace cw
