// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Error.h"

#include <QCommandLineParser>
#include <functional>

namespace cw {

class Terminal;

/// The exit codes that scripts rely on.
enum ExitCode { Success = 0, Failure = 1, WrongUsage = 2, Interrupted = 130 };

/// The work of a verb; returns the exit code, throws Error when it fails.
using Action = std::function<int(const Terminal &)>;

/// One verb of the command line. read() looks at the arguments only: what it throws is wrong usage; what it returns
/// does the work.
struct Verb {
    const char *name;
    const char *summary; ///< marked with QT_TRANSLATE_NOOP("Verb", ...)
    void (*addOptions)(QCommandLineParser &parser);
    Action (*read)(const QCommandLineParser &parser);
    bool keepsRuns = false; ///< in the project that --project names
    /// The verb of its own for what stands first behind this one ("edit lsdm"); null where there is none.
    const Verb *(*variant)(const QString &first) = nullptr;
};

const Verb &infoVerb();
const Verb &tokenizeVerb();
const Verb &predictVerb();
const Verb &generateVerb();
const Verb &trainVerb();
const Verb &traceVerb();
const Verb &measureVerb();
const Verb &locateVerb();
const Verb &editVerb();
const Verb &lsdmVerb();
const Verb &romeVerb();
const Verb &memitVerb();
const Verb &mgVerb();
const Verb &finetuneVerb();
const Verb &patchVerb();
const Verb &runVerb();
const Verb &projectVerb();
const Verb &benchVerb();
const Verb &demoVerb();
const Verb &getVerb();

/// Throws the usage error when not exactly least to most arguments stand at places; wanted names them.
void requirePlaces(const QCommandLineParser &parser, int least, int most, const char *wanted);
/// Throws the usage error when an option of a later version is given.
void refuseLater(const QCommandLineParser &parser, const QStringList &options);
/// Adds options of later versions, so that they can be refused by name; hidden from --help.
void addLater(QCommandLineParser &parser, const QStringList &options);

} // namespace cw
