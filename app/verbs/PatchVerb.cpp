// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/PatchOrder.h"
#include "app/verbs/Verb.h"
#include "core/jobs/FieldInfo.h"

#include <QCoreApplication>

namespace cw {
namespace {

const QString outOption = QStringLiteral("out");
const QString alphaOption = QStringLiteral("alpha");
const QString forceOption = QStringLiteral("force");
const QString projectOption = QStringLiteral("project");

QString text(const char *key)
{
    return QCoreApplication::translate("Option", key);
}

void addPatchOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(QStringLiteral("show|apply|merge"),
                                 text(QT_TRANSLATE_NOOP("Option", "What is done with the patches.")));
    parser.addPositionalArgument(QStringLiteral("PATCH"),
                                 text(QT_TRANSLATE_NOOP("Option", "A patch file; merge takes several.")),
                                 QStringLiteral("PATCH..."));
    parser.addPositionalArgument(QStringLiteral("MODEL"),
                                 text(QT_TRANSLATE_NOOP("Option", "apply: folder of the checkpoint.")),
                                 QStringLiteral("[MODEL]"));
    parser.addOption({outOption,
                      text(QT_TRANSLATE_NOOP("Option", "apply: folder of the new checkpoint; merge: the new patch.")),
                      QStringLiteral("PATH")});
    parser.addOption({alphaOption,
                      text(QT_TRANSLATE_NOOP("Option", "Strength of the patch (default: 1); merge: one for each patch, "
                                                       "in their order.")),
                      QStringLiteral("A")});
    parser.addOption({forceOption, text(QT_TRANSLATE_NOOP("Option", "apply: also to another model than it was made "
                                                                    "for."))});
    addCommonOptions(parser);
}

QVector<double> alphasOf(const QCommandLineParser &parser)
{
    QVector<double> alphas;
    for (const QString &given : parser.values(alphaOption)) {
        bool isNumber = false;
        const double number = given.toDouble(&isNumber);
        alphas << numberOf("alpha", isNumber ? QJsonValue(number) : QJsonValue(given), -1e6, 1e6);
    }
    return alphas;
}

/// None, or one for each patch.
void requireStrengths(const PatchOrder &order, qsizetype patches)
{
    if (!order.alphas.isEmpty() && order.alphas.size() != patches)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "--alpha is given %1 times for %2 patches: give one for each patch."),
                    {std::to_string(order.alphas.size()), std::to_string(patches)});
}

void requireOut(const PatchOrder &order, const char *what)
{
    if (order.out.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "patch %1 needs --out: where the result goes."),
                    {what});
}

/// An option that is passed over would leave whoever gave it thinking that it had an effect.
void refuseForeign(const QCommandLineParser &parser, const QString &what, const QStringList &options)
{
    for (const QString &option : options)
        if (parser.isSet(option))
            throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "patch %1 has no use for --%2: leave it out."),
                        {what.toStdString(), option.toStdString()});
}

Action readPatchVerb(const QCommandLineParser &parser)
{
    const QStringList places = parser.positionalArguments();
    const QString what = places.value(0);
    PatchOrder order{{},
                     {},
                     placeOf(parser, outOption),
                     alphasOf(parser),
                     parser.isSet(forceOption),
                     parser.value(QStringLiteral("device")),
                     parser.value(QStringLiteral("dtype")),
                     placeOf(parser, projectOption)};
    if (what == QLatin1String("show")) {
        refuseForeign(parser, what, {outOption, alphaOption, forceOption, projectOption});
        requirePlaces(parser, 2, 2, "show and PATCH");
        order.patches = places.mid(1);
        return [order](const Terminal &terminal) { return showPatch(order, terminal); };
    }
    if (what == QLatin1String("apply")) {
        requirePlaces(parser, 3, 3, "apply, PATCH and MODEL");
        requireStrengths(order, 1);
        order.patches = {places[1]};
        order.model = places[2];
        if (order.project.isEmpty())
            requireOut(order, "apply");
        return [order](const Terminal &terminal) { return applyPatch(order, terminal); };
    }
    requirePlaces(parser, 3, 1000, "show, apply or merge, and the patches");
    if (what != QLatin1String("merge"))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "\"%1\" is nothing that can be done with a patch; "
                                               "choose show, apply or merge."),
                    {what.toStdString()});
    refuseForeign(parser, what, {forceOption, projectOption});
    order.patches = places.mid(1);
    requireStrengths(order, order.patches.size());
    requireOut(order, "merge");
    return [order](const Terminal &terminal) { return mergePatches(order, terminal); };
}

} // namespace

const Verb &patchVerb()
{
    static const Verb verb{"patch", QT_TRANSLATE_NOOP("Verb", "Shows, applies and merges patches."), addPatchOptions,
                           readPatchVerb, true};
    return verb;
}

} // namespace cw
