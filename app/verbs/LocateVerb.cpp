// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/LocateOrder.h"
#include "app/verbs/Verb.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace cw {
namespace {

const QString outOption = QStringLiteral("out");
const QString selectionOption = QStringLiteral("selection");
const QStringList laterKinds{QStringLiteral("neurons"), QStringLiteral("contrast")};

void addLocateOptions(QCommandLineParser &parser)
{
    addOptionsOf<LocateSettings>(parser);
    parser.addOption(
        {outOption,
         QCoreApplication::translate(
             "Option", "Writes everything that was found, as JSON, the places as CSV, or their votes as a picture."),
         QStringLiteral("F.json|F.csv|F.svg|F.pdf|F.png")});
    parser.addOption({selectionOption,
                      QCoreApplication::translate("Option", "Writes what was located, as edit --selection reads it."),
                      QStringLiteral("F.json")});
}

Action readLocate(const QCommandLineParser &parser)
{
    const QString what = parser.positionalArguments().value(0);
    if (laterKinds.contains(what))
        throw Error(Error::Kind::Unsupported, QT_TRANSLATE_NOOP("Error", "This version has no locate %1 yet."),
                    {what.toStdString()});
    requirePlaces(parser, 2, 2, "layers, modules, rows or weights, and MODEL");
    LocateOrder order{fromCommandLine<LocateSettings>(parser), placeOf(parser, outOption),
                      placeOf(parser, selectionOption), placeOf(parser, QStringLiteral("project"))};
    order.settings.check();
    // The command can be repeated from any folder.
    for (QString *path : {&order.settings.model, &order.settings.data})
        if (!path->isEmpty())
            *path = QFileInfo(*path).absoluteFilePath();
    return [order](const Terminal &terminal) { return carryOut(order, terminal); };
}

} // namespace

const Verb &locateVerb()
{
    static const Verb verb{"locate",
                           QT_TRANSLATE_NOOP("Verb", "Finds the layers, modules, rows and weights that answer "
                                                     "he or she (Qin et al. 2024)."),
                           addLocateOptions, readLocate, true};
    return verb;
}

} // namespace cw
