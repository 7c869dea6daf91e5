// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace cw {

class Project;

/// Everything a project says about its models, runs and results as JSON, without times, numbers of rows and the state
/// of the window: equal projects give equal bytes. Missing results are null. Throws Error of kind Storage.
QByteArray exportedProject(const Project &project);

} // namespace cw
