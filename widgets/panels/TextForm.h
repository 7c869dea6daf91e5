// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GenerateSettings.h"

#include <QWidget>

class QDoubleSpinBox;
class QGridLayout;
class QSpinBox;

namespace cw {

class StopEdit;

/// How a text is written: its length, how tokens are drawn and what ends it, as fields.
class TextForm final : public QWidget {
    Q_OBJECT
public:
    explicit TextForm(QWidget *parent = nullptr);

    /// Shows the part of settings that has fields here.
    void setSettings(const GenerateSettings &settings);
    /// Puts what the fields say into settings and leaves the rest as it is.
    void apply(GenerateSettings &settings) const;

private:
    void add(QGridLayout &grid, int row, int column, const QString &label, QWidget &field, const char *name,
             const QString &tip);
    void showMeaning();

    QSpinBox *m_max;
    QDoubleSpinBox *m_temperature;
    QDoubleSpinBox *m_topP;
    QSpinBox *m_topK;
    QSpinBox *m_seed;
    StopEdit *m_stop;
};

} // namespace cw
