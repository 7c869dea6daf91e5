// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;

namespace cw {

/// Shows the workbench until it is closed; returns the exit code. open: a project file or a model folder, "demo" asks
/// for the bundled demo; empty: the start page.
struct WindowStart {
    QString open;
    bool demo = false;
};
int runWindow(QApplication &application, const WindowStart &start);

} // namespace cw
