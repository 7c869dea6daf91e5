// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MeasureSettings.h"
#include "widgets/models/ShownMeasures.h"

#include <QWidget>

class QLabel;
class QSplitter;

namespace cw {

class MeasureForm;
class MeasureTable;
class QuestionPane;
class Selection;
class Settings;

/// Measures of the open model and, where a second one is chosen, of that one, too: what is to be measured, and beside
/// it the numbers as they come.
class MeasuresPanel final : public QWidget {
    Q_OBJECT
public:
    MeasuresPanel(ShownMeasures &shown, Selection &selection, Settings &settings, QWidget *parent = nullptr);

    /// What the fields say now, with the models that are looked at.
    MeasureSettings settings() const;
    void setSettings(const MeasureSettings &settings);
    /// What the edits on the open model were controlled by; empty: there are none.
    void setControls(const QString &text);
    /// While measures are taken they can be stopped and none can be started.
    void setMeasuring(bool measuring);
    void startMeasuring();
    MeasureTable &table() const { return *m_table; }

Q_SIGNALS:
    void measureAsked(const cw::MeasureSettings &settings);
    void stopAsked();
    /// A folder to compare with; empty: none.
    void afterChosen(const QString &folder);
    void copied(const QString &what);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildQuestion();
    void showModels();
    void showReadiness();
    void copyCommand();

    ShownMeasures &m_shown;
    Selection &m_selection;
    MeasureSettings m_settings; ///< what has no field here
    bool m_measuring = false;
    QSplitter *m_parts;
    MeasureForm *m_form;
    QuestionPane *m_pane;
    MeasureTable *m_table;
    QLabel *m_controls;
};

} // namespace cw
