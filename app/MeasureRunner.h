// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LoadedModel.h"
#include "core/jobs/MeasureReport.h"

namespace cw {

class Project;
class Terminal;

/// Takes measures on this thread, showing progress in the terminal; a project keeps each part as it is finished, and a
/// measure that it holds is gone on with, or taken from it where it is finished.
class MeasureRunner {
public:
    /// project may be null: then nothing is kept.
    MeasureRunner(const Terminal &terminal, Project *project) : m_terminal(terminal), m_project(project) {}

    /// Adds all measures of settings' one model to the report. False where a person interrupted it: the rest is not
    /// begun. Throws Error where the model cannot be opened, or the project not be written.
    bool measure(const MeasureSettings &settings, MeasureReport &report) const;

private:
    bool measureOne(const MeasureSettings &single, const LoadedModel &loaded, MeasureReport &report) const;

    const Terminal &m_terminal;
    Project *m_project;
};

} // namespace cw
