// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Project.h"

#include <optional>

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
    /// Lays an edit on top, with this strength or else 1, and writes it. As in the window it is marked where it was
    /// made without what lies below it, and its model opens with the project. Where the stack has the same change
    /// already, so that a script may be run again, that takes the strength and what is known of it since; its strength
    /// is given back.
    std::optional<double> lay(const MadeEdit &edit, std::optional<double> alpha = {});

private:
    Project m_project;
};

} // namespace cw
