// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"
#include "app/Display.h"
#include "app/Language.h"
#include "app/RunWindow.h"

#include <QApplication>

namespace {

int runCommand(QCoreApplication &application)
{
    cw::speakUserLanguage(application);
    return cw::CommandLine::run(QCoreApplication::arguments().mid(1));
}

int runWorkbench(QApplication &application)
{
    cw::speakUserLanguage(application);
    const QString first = QCoreApplication::arguments().value(1);
    const bool isDemo = first == QLatin1String("demo");
    return cw::runWindow(application, {isDemo ? QString() : first, isDemo});
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    switch (cw::displayFor(arguments)) {
    case cw::Display::Window: {
        QApplication application(argc, argv);
        return runWorkbench(application);
    }
    case cw::Display::Pictures: {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        QGuiApplication application(argc, argv);
        return runCommand(application);
    }
    case cw::Display::None: break;
    }
    QCoreApplication application(argc, argv);
    return runCommand(application);
}
