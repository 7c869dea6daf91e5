// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace cw {

class HeatmapRow;
class Selection;
class ShownTrace;

/// The maps of the trace that is shown, what they show of it and of which model, and whether its self-checks hold.
class HeatmapsPanel final : public QWidget {
    Q_OBJECT
public:
    HeatmapsPanel(ShownTrace &trace, Selection &selection, QWidget *parent = nullptr);

private:
    QWidget *buildChoices();
    void choose();
    void showChoice();
    void draw();
    void showEdits();
    void showChecks();
    void showCell();

    ShownTrace &m_trace;
    Selection &m_selection;
    QComboBox *m_quantity;
    QComboBox *m_values;
    QCheckBox *m_sameScale;
    QLabel *m_edits; ///< that were on the model
    QLabel *m_checks;
    QLabel *m_checksIcon;
    HeatmapRow *m_maps;
};

} // namespace cw
