// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/TickedWeights.h"

#include <QObject>

class QWidget;

namespace cw {

class Actions;
class StackedModel;
class EditExporter;
class EditMaker;
class EditStack;
class Error;
class JobQueue;
class LevelsDesk;
class LocateDesk;
class MethodAsker;
class PatchAdder;
class PreviewPanel;
class Previewer;
class Project;
class ProbeAsker;
class Selection;
class Settings;
class ShownTrace;
class SideEffectScanner;
class StackPanel;
class WeightMeasurer;
class WeightsPanel;

/// All that has to do with edits in the window: the panels of the stack, of the weights and of the live scores, who
/// measures and locates weights, makes edits and applies them, and who takes them out of the program.
class EditDesk final : public QObject {
    Q_OBJECT
public:
    EditDesk(Project &project, EditStack &stack, Selection &selection, ShownTrace &trace, JobQueue &jobs,
             Settings &settings, QWidget &window);

    StackPanel &stackPanel() const { return *m_stackPanel; }
    WeightsPanel &weightsPanel() const { return *m_weightsPanel; }
    PreviewPanel &previewPanel() const { return *m_previewPanel; }
    void connectTo(Actions &actions);
    /// Another project is open.
    void leave();
    /// A panel can be seen now, or no longer: what nobody looks at is not computed.
    void setSeen(const QWidget *panel, bool isSeen);

Q_SIGNALS:
    /// A sentence for the status bar.
    void said(const QString &sentence);
    /// What a person must not overlook.
    void warned(const QString &sentence);
    /// The stack has something that the person wants to see.
    void stackShown();
    /// The weights have.
    void weightsShown();
    /// A method has begun, and learns for a while.
    void learningBegun();
    /// Weights were located, or levels compared, in a model which is not the open one.
    void modelWanted(const QString &folder);
    /// A probe prompt is to be looked into.
    void promptAsked(const QString &prompt, const QString &subject, const QStringList &targets);
    void failed(const cw::Error &error);

private:
    void connectWeights();

    EditStack &m_stack;
    Selection &m_selection;
    TickedWeights m_ticks;
    StackPanel *m_stackPanel;
    WeightsPanel *m_weightsPanel;
    EditMaker *m_maker;
    Previewer *m_previewer;
    PreviewPanel *m_previewPanel;
    StackedModel *m_edited;
    EditExporter *m_exporter;
    MethodAsker *m_asker;
    PatchAdder *m_patches;
    WeightMeasurer *m_measurer;
    LocateDesk *m_locating;
    LevelsDesk *m_levels;
    ProbeAsker *m_probeAsker;
    SideEffectScanner *m_scanner;
};

} // namespace cw
