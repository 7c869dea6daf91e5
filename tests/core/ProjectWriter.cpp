// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/Project.h"

#include <QCoreApplication>
#include <cstdio>

/// Writes parts of a run into a new project, telling each one that is on disk, until it is killed.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    cw::Project project(application.arguments().at(1) + QStringLiteral(".data"));
    if (!project.create(application.arguments().at(1)))
        return 1;
    cw::RunRecord run;
    run.job = QStringLiteral("trace");
    run.model = QStringLiteral("f1");
    const auto ticket = project.beginRun({run.model, {}, {}, {}}, run, {{0, QStringLiteral("state"), {100000, 4}, {}}});
    for (int token = 0; token < 100000; ++token) {
        const auto value = static_cast<float>(token);
        project.append(ticket,
                       {{0, QStringLiteral("state"), {token, 0}, {token + 1, 4}, {value, value, value, value}}});
        if (!project.flush())
            return 1;
        std::printf("%d\n", token);
        std::fflush(stdout);
    }
    return 0;
}
