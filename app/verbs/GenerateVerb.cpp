// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/GenerateOrder.h"
#include "app/verbs/Verb.h"

#include <QFileInfo>

namespace cw {
namespace {

Action readGenerate(const QCommandLineParser &parser)
{
    requirePlaces(parser, 2, 2, "MODEL and TEXT");
    GenerateOrder order{fromCommandLine<GenerateSettings>(parser), parser.value(QStringLiteral("project"))};
    order.settings.check();
    // A run that is kept can be repeated from any folder.
    order.settings.model = QFileInfo(order.settings.model).absoluteFilePath();
    return [order](const Terminal &terminal) { return carryOut(order, terminal); };
}

} // namespace

const Verb &generateVerb()
{
    static const Verb verb{"generate", QT_TRANSLATE_NOOP("Verb", "Goes on with a text."),
                           addOptionsOf<GenerateSettings>, readGenerate, true};
    return verb;
}

} // namespace cw
