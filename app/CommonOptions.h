// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"

class QCommandLineParser;

namespace cw {

/// Adds the options every verb takes, but for those in taken: --device, --dtype, --threads, --seed, --project, --json.
void addCommonOptions(QCommandLineParser &parser, const QStringList &taken = {});

/// Adds the options of a settings struct and the common ones that it has not.
template <class S> void addOptionsOf(QCommandLineParser &parser)
{
    addOptions<S>(parser);
    addCommonOptions(parser, keys<S>());
}

/// The one file or folder that an option names; empty where it is not given. Throws Error of kind Input where it is
/// given several times, or names nothing.
QString placeOf(const QCommandLineParser &parser, const QString &option);

/// Throws Error of kind Input when one of them has a value it cannot have, whether the verb needs it or not.
void checkCommonOptions(const QCommandLineParser &parser);

} // namespace cw
