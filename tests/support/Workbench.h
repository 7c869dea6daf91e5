// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/MainWindow.h"
#include "core/jobs/JobQueue.h"
#include "core/project/EditStack.h"
#include "core/project/Project.h"
#include "core/project/Selection.h"
#include "core/project/Settings.h"
#include "widgets/views/HeatmapView.h"

#include <QApplication>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>
#include <algorithm>
#include <cmath>

namespace cw::test {

constexpr int patience = 60000; // ms

/// The program as a person sees it: a window, and what is behind it in a folder of its own.
class Workbench {
public:
    explicit Workbench(const QString &dataFolder)
        : settings(dataFolder + QStringLiteral("/settings.ini")), project(dataFolder + QStringLiteral("/data")),
          stack(project), window(project, stack, selection, jobs, settings)
    {
        window.show();
    }

    template <class T> T *find(const char *name) const { return window.findChild<T *>(QLatin1String(name)); }
    QVector<RunRecord> runs() const { return project.runs().value_or(QVector<RunRecord>()); }
    RunState stateOf(int run) const { return runs().value(run).state; }
    /// Cells of a map that are measured.
    int filled(const char *map = "heatmapView0") const
    {
        const HeatmapView *view = find<HeatmapView>(map);
        const std::vector<double> values = view ? view->heatmap().values : std::vector<double>();
        return static_cast<int>(
            std::count_if(values.begin(), values.end(), [](double value) { return !std::isnan(value); }));
    }

    Settings settings;
    Project project;
    EditStack stack;
    Selection selection;
    JobQueue jobs;
    MainWindow window;
};

/// Replaces the text of a field by typing.
inline void type(QWidget *field, const QString &text)
{
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, text);
}

/// Gives the file dialog that is open a path, and confirms it.
inline void answerFileDialog(const QString &path)
{
    QTRY_VERIFY(qobject_cast<QFileDialog *>(QApplication::activeModalWidget()));
    auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
    auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    name->setText(path); // typed letter by letter, the dialog would complete it
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(QApplication::activeModalWidget() != dialog);
}

inline void drop(QWidget &on, const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&on, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&on, &event);
}

/// A shortcut. Without a window system, closing a dialog activates no other window.
inline void press(QWidget &window, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, key, modifiers);
}

} // namespace cw::test
