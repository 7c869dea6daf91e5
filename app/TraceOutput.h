// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

struct TraceProgress;

/// Throws Error of kind Input or File where a trace could not be written: a form that is not known, or a folder that is
/// not there. Costs nothing, so that it is said before a long trace and not after it.
void checkOutput(const QString &path);

/// Writes the form that the ending of path names: json, csv, npz, svg, png or pdf. Pictures need a QGuiApplication.
/// Throws Error of kind File naming path.
void writeOutput(const QString &path, const TraceProgress &trace, double seconds);

} // namespace cw
