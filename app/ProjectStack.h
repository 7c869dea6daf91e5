// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Project.h"

namespace cw {

struct MadeEdit;

/// The project that a command names with --project, and its edit stack; without a name there is none, and nothing is
/// kept.
class ProjectStack {
public:
    /// Opens the project, or makes it. Throws Error as openForRuns() does.
    explicit ProjectStack(const QString &path);

    bool isKept() const { return m_project.isOpen(); }
    Project &project() { return m_project; }
    /// Lays an edit on top, with this strength, and writes it. As in the window it is marked where it was made without
    /// what lies below it, and its model opens with the project. A stack that has it already stays as it is, so that a
    /// script may be run again; false then.
    bool lay(const MadeEdit &edit, double alpha = 1);

private:
    Project m_project;
};

} // namespace cw
