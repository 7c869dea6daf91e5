// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Actions.h"

#include "widgets/style/Icons.h"

#include <QActionGroup>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>

namespace cw {

Actions::Actions(QObject *parent)
    : QObject(parent), themes(new QActionGroup(this)), methods(new QActionGroup(this)), locating(new QActionGroup(this))
{
    buildFile();
    buildRest();
    buildMethods();
    setTraceShown(false);
    setMeasuresShown(false);
    setModelOpen(false);
    setEdited(false);
    setSteps({}, {});
    setTracing(false);
}

QAction *Actions::add(const char *name, const QString &text, const QKeySequence &keys, const QString &picture)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    if (!picture.isEmpty())
        action->setIcon(icon(picture));
    return action;
}

void Actions::buildFile()
{
    newProject = add("newProjectAction", tr("&New Project"), QKeySequence::New, QStringLiteral("new-project"));
    openModel = add("openModelAction", tr("Open &Model…"), QKeySequence::Open, QStringLiteral("open-model"));
    getModel = add("getModelAction", tr("&Get a Model…"), Qt::CTRL | Qt::Key_G, QStringLiteral("download"));
    closeModel = add("closeModelAction", tr("&Close Model"), Qt::CTRL | Qt::Key_W, QStringLiteral("close"));
    openProject = add("openProjectAction", tr("Open &Project…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O,
                      QStringLiteral("open-project"));
    openDemo = add("openDemoAction", tr("Open &Demo"), Qt::CTRL | Qt::Key_D, QStringLiteral("demo"));
    save = add("saveAction", tr("&Save"), QKeySequence::Save, QStringLiteral("save"));
    saveAs = add("saveAsAction", tr("Save &As…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    exportMaps = add("exportMapsAction", tr("&Maps…"), Qt::CTRL | Qt::Key_E, QStringLiteral("export-picture"));
    exportRoles = add("exportRolesAction", tr("&Token Roles…"), Qt::CTRL | Qt::Key_R);
    exportBars = add("exportBarsAction", tr("&Probabilities…"), Qt::CTRL | Qt::Key_B);
    exportNumbers = add("exportNumbersAction", tr("Export &Numbers…"), Qt::CTRL | Qt::SHIFT | Qt::Key_E,
                        QStringLiteral("export-numbers"));
    exportMeasures = add("exportMeasuresAction", tr("Export M&easures…"), Qt::CTRL | Qt::SHIFT | Qt::Key_M,
                         QStringLiteral("export-numbers"));
    exportMeasureBars = add("exportMeasureBarsAction", tr("M&easures…"), Qt::CTRL | Qt::Key_U);
    exportCheckpoint = add("exportCheckpointAction", tr("Export Edited &Checkpoint…"), Qt::CTRL | Qt::SHIFT | Qt::Key_X,
                           QStringLiteral("open-model"));
    exportEdits = add("exportEditsAction", tr("Export Edits as &Patch…"), Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    addPatch = add("addPatchAction", tr("A&dd Patch…"), Qt::CTRL | Qt::ALT | Qt::Key_P);
    startPage = add("startPageAction", tr("S&tart Page"), Qt::CTRL | Qt::Key_H);
    quit = add("quitAction", tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), QStringLiteral("quit"));
    quit->setMenuRole(QAction::QuitRole);
}

void Actions::buildRest()
{
    undo = add("undoAction", tr("&Undo"), QKeySequence::Undo, QStringLiteral("undo"));
    redo = add("redoAction", tr("&Redo"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z, QStringLiteral("redo"));
    copyPicture =
        add("copyPictureAction", tr("Copy &Picture"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, QStringLiteral("copy"));
    copyNumbers = add("copyNumbersAction", tr("Copy &Numbers"), Qt::CTRL | Qt::ALT | Qt::Key_C, QStringLiteral("copy"));
    copyMeasureBars = add("copyMeasureBarsAction", tr("Copy &Picture of Measures"), {}, QStringLiteral("copy"));
    checkReference = add("checkReferenceAction", tr("&Check Against a Reference…"), Qt::CTRL | Qt::SHIFT | Qt::Key_R,
                         QStringLiteral("check"));
    trace = add("traceAction", tr("&Trace"), Qt::Key_F5, QStringLiteral("run"));
    generate = add("generateAction", tr("&Generate Text"), Qt::Key_F6, QStringLiteral("run"));
    measure = add("measureAction", tr("Take &Measures"), Qt::Key_F7, QStringLiteral("run"));
    dataSets = add("dataSetsAction", tr("&Data Sets…"), Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    stop = add("stopAction", tr("&Stop"), {}, QStringLiteral("stop"));
    stop->setShortcuts({Qt::SHIFT | Qt::Key_F5, Qt::Key_Escape});
    const QStringList names{tr("As the &System"), tr("&Light"), tr("&Dark")};
    for (int theme = 0; theme < names.size(); ++theme) {
        QAction *action = add("themeAction", names[theme], Qt::CTRL | Qt::ALT | Qt::Key(Qt::Key_1 + theme));
        action->setObjectName(QStringLiteral("themeAction%1").arg(theme));
        action->setCheckable(true);
        action->setData(theme);
        themes->addAction(action);
    }
    resetLayout =
        add("resetLayoutAction", tr("&Reset Layout"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, QStringLiteral("layout"));
    shortcuts = add("shortcutsAction", tr("&Keyboard Shortcuts"), QKeySequence(Qt::Key_F1), QStringLiteral("keyboard"));
    about = add("aboutAction", tr("&About Counterweight"), Qt::CTRL | Qt::Key_F1, QStringLiteral("info"));
    about->setMenuRole(QAction::AboutRole);
}

void Actions::buildMethods()
{
    const QStringList names{tr("&Least Squares (LSDM)…"), tr("&ROME…"), tr("M&EMIT…"), tr("&MG-Editing…"),
                            tr("&Fine-Tuning…")};
    for (int method = 0; method < names.size(); ++method) {
        QAction *action = add("methodAction", names[method], {});
        action->setObjectName(QStringLiteral("methodAction%1").arg(method));
        action->setData(method);
        methods->addAction(action);
    }
    compareLevels = add("compareLevelsAction", tr("MG-Editing at &All Levels…"), {});
    const QStringList levels{tr("&Layers…"), tr("&Modules…"), tr("&Rows…"), tr("&Weights…")};
    for (int level = 0; level < levels.size(); ++level) {
        QAction *action = add("locateAction", levels[level], {});
        action->setObjectName(QStringLiteral("locateAction%1").arg(level));
        action->setData(level);
        locating->addAction(action);
    }
}

void Actions::fill(QMenuBar &bar, const QList<QAction *> &docks, const QList<QAction *> &run,
                   const QList<QAction *> &edits)
{
    QMenu *file = bar.addMenu(tr("&File"));
    file->addActions({newProject, openModel, getModel, openProject, openDemo});
    m_recent = file->addMenu(icon(QStringLiteral("recent")), tr("&Recent Projects"));
    file->addAction(startPage);
    file->addAction(closeModel);
    file->addSeparator();
    file->addActions({save, saveAs});
    file->addSeparator();
    QMenu *pictures = file->addMenu(icon(QStringLiteral("export-picture")), tr("Export Pict&ure"));
    pictures->addActions({exportMaps, exportRoles, exportBars, exportMeasureBars});
    file->addActions({exportNumbers, exportMeasures});
    file->addSeparator();
    file->addActions({exportCheckpoint, exportEdits});
    file->addSeparator();
    file->addAction(quit);
    QMenu *edit = bar.addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addMenu(tr("&Locate"))->addActions(locating->actions());
    edit->addMenu(tr("Chosen &Edit"))->addActions(edits);
    QMenu *byMethod = edit->addMenu(tr("Edit by Met&hod"));
    byMethod->addActions(methods->actions());
    byMethod->insertAction(methods->actions().last(), compareLevels); // after MG-Editing
    edit->addAction(addPatch);
    edit->addSeparator();
    edit->addActions({copyPicture, copyNumbers, copyMeasureBars});
    bar.addMenu(tr("&Model"))->addAction(checkReference);
    QMenu *tracing = bar.addMenu(tr("&Trace"));
    tracing->addActions({trace, generate, measure, stop});
    tracing->addSeparator();
    tracing->addActions(run);
    bar.addMenu(tr("T&ools"))->addAction(dataSets);
    QMenu *view = bar.addMenu(tr("&View"));
    view->addActions(docks);
    view->addSeparator();
    view->addMenu(icon(QStringLiteral("theme")), tr("&Theme"))->addActions(themes->actions());
    view->addAction(resetLayout);
    bar.addMenu(tr("&Help"))->addActions({shortcuts, about});
}

void Actions::setTraceShown(bool shown)
{
    for (QAction *action : {exportMaps, exportRoles, exportBars, exportNumbers, copyPicture, copyNumbers})
        action->setEnabled(shown);
}

void Actions::setModelOpen(bool open)
{
    checkReference->setEnabled(open);
    methods->setEnabled(open);
    compareLevels->setEnabled(open);
    locating->setEnabled(open);
    addPatch->setEnabled(open);
    closeModel->setEnabled(open);
}

void Actions::setTracing(bool tracing)
{
    m_tracing = tracing;
    showRunning();
}

void Actions::setWriting(bool writing)
{
    m_writing = writing;
    showRunning();
}

void Actions::setMeasuring(bool measuring)
{
    m_measuring = measuring;
    showRunning();
}

void Actions::setMeasuresShown(bool shown)
{
    for (QAction *action : {exportMeasures, exportMeasureBars, copyMeasureBars})
        action->setEnabled(shown);
}

void Actions::setEdited(bool edited)
{
    exportCheckpoint->setEnabled(edited);
    exportEdits->setEnabled(edited);
}

void Actions::setSteps(const QString &undoText, const QString &redoText)
{
    undo->setEnabled(!undoText.isEmpty());
    undo->setText(undoText.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undoText));
    redo->setEnabled(!redoText.isEmpty());
    redo->setText(redoText.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redoText));
}

void Actions::showRunning()
{
    trace->setEnabled(!m_tracing);
    generate->setEnabled(!m_writing);
    measure->setEnabled(!m_measuring);
    stop->setEnabled(m_tracing || m_writing || m_measuring);
}

void Actions::setRecent(const QStringList &paths)
{
    m_recent->clear();
    for (const QString &path : paths) {
        QAction *action = m_recent->addAction(QFileInfo(path).completeBaseName());
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentChosen(path); });
    }
    m_recent->setToolTipsVisible(true);
    m_recent->setEnabled(!paths.isEmpty());
}

} // namespace cw
