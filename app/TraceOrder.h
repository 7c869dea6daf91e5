// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/TraceSettings.h"

class QCommandLineParser;

namespace cw {

class Terminal;

/// A trace as a command asks for it.
struct TraceOrder {
    TraceSettings settings;
    QStringList outputs;
    QString project; ///< empty: it is not kept
};

/// The options of a command that traces, beside those of the settings: --out.
void addOutputOptions(QCommandLineParser &parser);
/// Reads --out and --project. Throws Error of kind Input for a form that is not known.
void readOutputOptions(const QCommandLineParser &parser, TraceOrder &order);

/// Traces, writes the files and answers; returns the exit code. What was done before an interrupt is written, too.
int carryOut(const TraceOrder &order, const Terminal &terminal);

} // namespace cw
