// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"
#include "app/Language.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    cw::speakUserLanguage(application);
    return cw::CommandLine::run(QCoreApplication::arguments().mid(1));
}
