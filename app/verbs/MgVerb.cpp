// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/EditOptions.h"
#include "app/MgLevelsOrder.h"
#include "core/jobs/MgLevelsJob.h"

#include <QCoreApplication>

namespace cw {
namespace {

const QString compareOption = QStringLiteral("compare");
const QString patchesOption = QStringLiteral("patch-dir");

void addMgOptions(QCommandLineParser &parser)
{
    addMethodOptions<MgEditSettings>(parser);
    parser.addOption({compareOption,
                      QCoreApplication::translate("Option", "Edits at all five levels instead and compares them; --out "
                                                            "then writes the table, as .json or .csv; may be "
                                                            "repeated.")});
    parser.addOption({patchesOption,
                      QCoreApplication::translate("Option", "With --compare: writes a patch of each level to this "
                                                            "folder."),
                      QStringLiteral("DIR")});
}

/// Refuses what says nothing beside or without --compare.
void requireUnset(const QCommandLineParser &parser, const QString &option, const char *message)
{
    if (parser.isSet(option))
        throw Error(Error::Kind::Input, message, {option.toStdString()});
}

Action readMg(const QCommandLineParser &parser)
{
    if (!parser.isSet(compareOption)) {
        requireUnset(parser, patchesOption, QT_TRANSLATE_NOOP("Error", "--%1 needs --compare."));
        return readMethod<MgEditSettings, mgJob>(parser);
    }
    requirePlaces(parser, 1, 1, "MODEL");
    for (const char *option : {"level", "patch"})
        requireUnset(parser, QLatin1String(option),
                     QT_TRANSLATE_NOOP("Error", "With --compare there are all levels: leave out --%1."));
    requireUnset(parser, QStringLiteral("scan"),
                 QT_TRANSLATE_NOOP("Error",
                                   "A comparison of levels has no side effects of its own: leave out --%1, and "
                                   "use it with the level that is chosen."));
    const MgLevelsOrder order{fromCommandLine<MgEditSettings>(parser), parser.values(QStringLiteral("out")),
                              placeOf(parser, patchesOption), placeOf(parser, QStringLiteral("project"))};
    MgLevelsJob::check(order.settings);
    return [order](const Terminal &terminal) { return carryOut(order, terminal); };
}

} // namespace

const Verb &mgVerb()
{
    static const Verb verb{
        "edit mg",
        QT_TRANSLATE_NOOP("Verb", "Trains what answers he or she and nothing else (MG-Editing, Qin et al. 2024)."),
        addMgOptions, readMg, true};
    return verb;
}

} // namespace cw
