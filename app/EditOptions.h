// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommonOptions.h"
#include "app/EditOrder.h"
#include "app/verbs/Verb.h"

namespace cw {

/// The options of every verb that makes an edit, --patch, --out and --scan, and what they say.
void addEditOutputs(QCommandLineParser &parser);
EditOutputs editOutputs(const QCommandLineParser &parser);

/// The options of a method with a verb of its own, "edit lsdm", whose settings S are.
template <class S> void addMethodOptions(QCommandLineParser &parser)
{
    addOptionsOf<S>(parser);
    addEditOutputs(parser);
}

/// Reads them as the order of a job of this name.
template <class S, const QLatin1String &job> Action readMethod(const QCommandLineParser &parser)
{
    requirePlaces(parser, 1, 1, "MODEL");
    const S settings = fromCommandLine<S>(parser);
    settings.check();
    const EditOrder order{{job, toJson(settings)}, editOutputs(parser)};
    return [order](const Terminal &terminal) { return carryOut(order, terminal); };
}

} // namespace cw
