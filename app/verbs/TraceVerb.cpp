// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/TraceOrder.h"
#include "app/verbs/Verb.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace cw {
namespace {

const QStringList later{QStringLiteral("prompts"), QStringLiteral("swap")};

void addTraceOptions(QCommandLineParser &parser)
{
    addOptionsOf<TraceSettings>(parser);
    addOutputOptions(parser);
    addLater(parser, later);
}

void requireOption(const QCommandLineParser &parser, const QStringList &either)
{
    for (const QString &name : either)
        if (parser.isSet(name))
            return;
    throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "A trace needs --%1: see counterweight trace --help."),
                {either.first().toStdString()});
}

Action readTrace(const QCommandLineParser &parser)
{
    refuseLater(parser, later);
    requirePlaces(parser, 1, 1, "MODEL");
    requireOption(parser, {QStringLiteral("prompt")});
    requireOption(parser, {QStringLiteral("subject")});
    requireOption(parser, {QStringLiteral("targets"), QStringLiteral("target")});
    TraceOrder order;
    order.settings = fromCommandLine<TraceSettings>(parser);
    // A run that is kept can be repeated from any folder.
    order.settings.model = QFileInfo(order.settings.model).absoluteFilePath();
    readOutputOptions(parser, order);
    return [order](const Terminal &terminal) { return carryOut(order, terminal); };
}

} // namespace

const Verb &traceVerb()
{
    static const Verb verb{"trace", QT_TRANSLATE_NOOP("Verb", "Shows which layer carries the answer at which token."),
                           addTraceOptions, readTrace, true};
    return verb;
}

} // namespace cw
