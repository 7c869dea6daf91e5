// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/EditOptions.h"
#include "app/verbs/Verb.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace cw {
namespace {

void addLsdmOptions(QCommandLineParser &parser)
{
    addOptionsOf<LsdmEditSettings>(parser);
    addEditOutputs(parser);
}

Action readLsdm(const QCommandLineParser &parser)
{
    requirePlaces(parser, 1, 1, "MODEL");
    LsdmOrder order{fromCommandLine<LsdmEditSettings>(parser), editOutputs(parser)};
    order.settings.check();
    return [order](const Terminal &terminal) { return carryOut(order, terminal); };
}

} // namespace

const Verb &lsdmVerb()
{
    static const Verb verb{"edit lsdm",
                           QT_TRANSLATE_NOOP("Verb", "Edits occupations by least squares (Cai et al. 2024)."),
                           addLsdmOptions, readLsdm};
    return verb;
}

} // namespace cw
