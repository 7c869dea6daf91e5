// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cw {

/// The command line of the program: counterweight VERB ... Needs an application object.
class CommandLine {
public:
    /// Whether the arguments, without the program's name, begin with a verb or ask for --help or --version.
    static bool isMeant(const QStringList &arguments);

    /// Does what the arguments say and returns the exit code.
    static int run(const QStringList &arguments);
};

} // namespace cw
