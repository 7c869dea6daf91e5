// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/TraceSettings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace cw {

class TargetEdit;

/// How a prompt is traced: targets, kinds, window, noise, samples and seed as fields.
class TraceForm final : public QWidget {
    Q_OBJECT
public:
    explicit TraceForm(QWidget *parent = nullptr);

    /// Shows the part of settings that has fields here.
    void setSettings(const TraceSettings &settings);
    /// Puts what the fields say into settings and leaves the rest as it is.
    void apply(TraceSettings &settings) const;
    /// How many layers the model has: decides what an automatic window is and when one is too wide. 0: no model.
    void setLayers(int layers);

Q_SIGNALS:
    void edited();

private:
    void buildTargets(QFormLayout &form);
    void buildKinds(QFormLayout &form);
    void buildNumbers(QFormLayout &form);
    void showWindow();

    int m_layers = 0;
    TargetEdit *m_targetA;
    TargetEdit *m_targetB;
    std::vector<QCheckBox *> m_kinds;
    QSpinBox *m_window;
    QLabel *m_windowWarning;
    QComboBox *m_noise;
    QDoubleSpinBox *m_noiseNumber;
    QSpinBox *m_samples;
    QSpinBox *m_seed;
};

} // namespace cw
