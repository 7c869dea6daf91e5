// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/ShownMeasures.h"

#include <QObject>

class QWidget;

namespace cw {

class Actions;
class DataSetsChecker;
class EditStack;
class Error;
class JobQueue;
class MeasureExporter;
class Measurer;
class MeasuresPanel;
class Project;
class Selection;
class Settings;

/// All that has to do with measures in the window: the panel, who takes them, and who takes them out of the program.
class MeasureDesk final : public QObject {
    Q_OBJECT
public:
    MeasureDesk(Project &project, const EditStack &stack, Selection &selection, JobQueue &jobs, Settings &settings,
                QWidget &window);

    MeasuresPanel &panel() const { return *m_panel; }
    void connectTo(Actions &actions);
    /// Another project is open.
    void leave();

Q_SIGNALS:
    /// The panel has something that the person wants to see.
    void shown();
    /// A measure was taken of a model which is not the open one.
    void modelWanted(const QString &folder);
    /// A sentence for the status bar.
    void said(const QString &sentence);
    void failed(const cw::Error &error);

private:
    void showControls();

    const EditStack &m_stack;
    const Selection &m_selection;
    ShownMeasures m_shown;
    MeasuresPanel *m_panel;
    Measurer *m_measurer;
    MeasureExporter *m_exporter;
    DataSetsChecker *m_sets;
};

} // namespace cw
