// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/RunWindow.h"

#include "app/MainWindow.h"
#include "core/jobs/JobQueue.h"
#include "core/project/EditStack.h"
#include "core/project/Project.h"
#include "core/project/Selection.h"
#include "core/project/Settings.h"
#include "widgets/style/Icons.h"

#include <QApplication>
#include <QStandardPaths>

namespace cw {

int runWindow(QApplication &application, const WindowStart &start)
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QString configuration = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    QApplication::setWindowIcon(icon(QStringLiteral("balance"), Role::Accent));
    Settings settings(configuration + QStringLiteral("/settings.ini"));
    Project project(data);
    EditStack stack(project);
    Selection selection;
    JobQueue jobs;
    MainWindow window(project, stack, selection, jobs, settings);
    window.show();
    if (start.demo)
        window.openDemo();
    else if (!start.open.isEmpty())
        window.open(start.open);
    return application.exec();
}

} // namespace cw
