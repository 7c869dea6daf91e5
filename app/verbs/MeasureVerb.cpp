// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/MeasureOrder.h"
#include "app/verbs/Verb.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace cw {
namespace {

const QString outOption = QStringLiteral("out");

void addMeasureOptions(QCommandLineParser &parser)
{
    addOptionsOf<MeasureSettings>(parser);
    parser.addOption({outOption,
                      QCoreApplication::translate("Option", "Writes the numbers to a file that ends in .json, .csv, "
                                                            ".md or .tex; may be repeated."),
                      QStringLiteral("FILE")});
}

QString absolute(const QString &path)
{
    return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
}

Action readMeasure(const QCommandLineParser &parser)
{
    requirePlaces(parser, 2, 1000, "the measures and one MODEL or several");
    MeasureOrder order;
    order.settings = fromCommandLine<MeasureSettings>(parser);
    order.settings.check();
    // A run that is kept can be repeated from any folder.
    for (QStringList *paths : {&order.settings.models, &order.settings.patches})
        for (QString &path : *paths)
            path = absolute(path);
    for (QString *path : {&order.settings.against, &order.settings.data, &order.settings.text})
        *path = absolute(*path);
    order.outputs = parser.values(outOption);
    order.project = parser.value(QStringLiteral("project"));
    return [order](const Terminal &terminal) { return carryOut(order, terminal); };
}

} // namespace

const Verb &measureVerb()
{
    static const Verb verb{"measure", QT_TRANSLATE_NOOP("Verb", "Takes bias scores and guards, with their intervals."),
                           addMeasureOptions, readMeasure, true};
    return verb;
}

} // namespace cw
