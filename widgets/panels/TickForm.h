// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditSettings.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace cw {

class ModelChooser;
class Settings;
class TargetEdit;

/// What is done with what is ticked: as fields.
class TickForm final : public QWidget {
    Q_OBJECT
public:
    explicit TickForm(Settings &settings, QWidget *parent = nullptr);

    /// Folder of the open model, which is no reference.
    void setModel(const QString &folder);
    /// Nothing is missing for an edit.
    bool isComplete() const;
    /// Puts what the fields say into settings and leaves the rest as it is.
    void apply(EditSettings &settings) const;

Q_SIGNALS:
    void changed();

private:
    void buildAmount();
    void showMethod();
    void setReference(const QString &folder);
    TickMethod method() const;

    QComboBox *m_method;
    QLabel *m_amountTitle;
    QSlider *m_slider;
    QDoubleSpinBox *m_amount;
    ModelChooser *m_reference;
    TargetEdit *m_from;
    TargetEdit *m_toward;
    QLabel *m_help;
    QString m_model;
    QString m_folder; ///< of the reference
};

} // namespace cw
