// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MeasureSettings.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace cw {

class MeasureList;
class ModelChooser;
class Settings;

/// Which measures are taken, of how much of which data and against what: as fields.
class MeasureForm final : public QWidget {
    Q_OBJECT
public:
    MeasureForm(Settings &settings, QWidget *parent = nullptr);

    MeasureList &list() const { return *m_list; }
    ModelChooser &chooser() const { return *m_chooser; }
    /// Shows the part of settings that has fields here.
    void setSettings(const MeasureSettings &settings);
    /// Puts what the fields say into settings and leaves the rest as it is.
    void apply(MeasureSettings &settings) const;

private:
    void buildList(QGridLayout &grid);
    void buildFields(QGridLayout &grid);
    QLabel *addTitle(QGridLayout &grid, int row, const QString &text, QWidget &field, const QString &tip);
    void browse();
    void chooseGoal();
    void setGoal(const QString &goal);
    void keepFolder();

    Settings &m_settings;
    MeasureList *m_list;
    QLineEdit *m_folder;
    QSpinBox *m_limit;
    QComboBox *m_goal;
    ModelChooser *m_chooser;
    QString m_lastGoal = QStringLiteral("auto"); ///< what stands if no file is chosen
};

} // namespace cw
