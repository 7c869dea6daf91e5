// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/TraceRun.h"

#include <QByteArray>

namespace cw {

/// The numbers of a trace in the forms people take away; what is missing is null, an empty field or NaN.

/// tokens, ids, subject [b, e) in tokens, targets, high, low, kinds (a, b, effect, stderr as [token][layer]), seconds,
/// settings, device, dtype, checks, notes, complete. With one target every b is null.
QJsonObject traceJson(const TraceProgress &trace, double seconds);
/// One line per kind, token and layer: kind,position,token,layer,a,b,effect,stderr.
QByteArray traceCsv(const TraceProgress &trace);
/// <kind>_p [target, sample, token, layer] fp32, low_p [target, sample], high_p [target], ids, subject.
QByteArray traceNpz(const TraceProgress &trace);

/// Writes the form that the ending of path names: json, csv or npz. Throws Error of kind Input for another ending, File
/// when it cannot be written.
void writeTrace(const QString &path, const TraceProgress &trace, double seconds);

} // namespace cw
