// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace cw {

class Docks;
class MeasuresPanel;
class Project;
class PromptPanel;
class Selection;
class ShownTrace;
class TextPanel;

/// Keeps in the project what the person looks at (model, run, cell, what the maps show, the prompts as they stand, the
/// docks), and brings it back when the project is opened.
class ViewKeeper final : public QObject {
    Q_OBJECT
public:
    ViewKeeper(Project &project, Selection &selection, ShownTrace &trace, PromptPanel &prompt, TextPanel &text,
               MeasuresPanel &measures, Docks &docks);

    void restore();
    /// Writes what is seen now; also done by itself soon after a change.
    void keep();

Q_SIGNALS:
    /// What is brought back was seen with a model that is not the open one.
    void modelWanted(const QString &folder);

private:
    Project &m_project;
    Selection &m_selection;
    ShownTrace &m_trace;
    PromptPanel &m_prompt;
    TextPanel &m_text;
    MeasuresPanel &m_measures;
    Docks &m_docks;
    QTimer m_soon;
    QString m_wanted; ///< folder of the project's model until one is open
};

} // namespace cw
