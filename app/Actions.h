// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace cw {

/// What the menus offer, with shortcuts. MainWindow connects each to the part that does it.
class Actions final : public QObject {
    Q_OBJECT
public:
    explicit Actions(QObject *parent);

    /// Fills the menu bar. docks: the entries that show and hide docks; run: what can be done with the chosen run;
    /// edits: with the chosen edits.
    void fill(QMenuBar &bar, const QList<QAction *> &docks, const QList<QAction *> &run, const QList<QAction *> &edits);
    /// Actions that need a trace to be shown.
    void setTraceShown(bool shown);
    void setModelOpen(bool open);
    void setTracing(bool tracing);
    void setWriting(bool writing);
    void setMeasuring(bool measuring);
    /// Actions that need measures to be shown.
    void setMeasuresShown(bool shown);
    /// Actions that need an edit to be on.
    void setEdited(bool edited);
    /// What can be undone and redone, in words; empty: nothing.
    void setSteps(const QString &undoText, const QString &redoText);
    /// Lists files under File > Recent; choosing one emits recentChosen().
    void setRecent(const QStringList &paths);

    QAction *newProject;
    QAction *openProject;
    QAction *openModel;
    QAction *getModel;
    QAction *closeModel;
    QAction *openDemo;
    QAction *save;
    QAction *saveAs;
    QAction *exportMaps;
    QAction *exportRoles;
    QAction *exportBars;
    QAction *exportNumbers;
    QAction *exportMeasures;
    QAction *exportMeasureBars;
    QAction *startPage;
    QAction *quit;
    QAction *exportCheckpoint;
    QAction *exportEdits;
    QAction *addPatch;
    QAction *undo;
    QAction *redo;
    QAction *copyPicture;
    QAction *copyNumbers;
    QAction *copyMeasureBars;
    QAction *checkReference;
    QAction *trace;
    QAction *generate;
    QAction *measure;
    QAction *stop;
    QAction *dataSets;
    QAction *compareLevels;
    QActionGroup *themes;   ///< data: the Theme as int
    QActionGroup *methods;  ///< data: the MethodAsker::Method as int
    QActionGroup *locating; ///< data: the LocateSettings::What as int
    QAction *resetLayout;
    QAction *shortcuts;
    QAction *about;

Q_SIGNALS:
    void recentChosen(const QString &path);

private:
    QAction *add(const char *name, const QString &text, const QKeySequence &keys, const QString &picture = {});
    void buildFile();
    void buildRest();
    void buildMethods();
    void showRunning();

    QMenu *m_recent = nullptr;
    bool m_tracing = false;
    bool m_writing = false;
    bool m_measuring = false;
};

} // namespace cw
