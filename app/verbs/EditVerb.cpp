// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/EditOrder.h"
#include "app/verbs/Verb.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace cw {
namespace {

const QString patchOption = QStringLiteral("patch");
const QString outOption = QStringLiteral("out");
const QStringList laterMethods{QStringLiteral("lsdm"),     QStringLiteral("mg"),   QStringLiteral("contrast"),
                               QStringLiteral("finetune"), QStringLiteral("rome"), QStringLiteral("memit")};
const QStringList laterOptions{QStringLiteral("placebo"), QStringLiteral("level")};

void addEditOptions(QCommandLineParser &parser)
{
    addOptionsOf<EditSettings>(parser);
    parser.addOption({patchOption, QCoreApplication::translate("Option", "Writes the edit to a patch file."),
                      QStringLiteral("F.safetensors")});
    parser.addOption({outOption,
                      QCoreApplication::translate("Option", "Writes a checkpoint with the edit in it to a new folder."),
                      QStringLiteral("DIR")});
    addLater(parser, laterOptions);
}

QString absolute(const QString &path)
{
    return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
}

Action readEdit(const QCommandLineParser &parser)
{
    const QString method = parser.positionalArguments().value(0);
    if (laterMethods.contains(method))
        throw Error(Error::Kind::Unsupported, QT_TRANSLATE_NOOP("Error", "This version has no edit %1 yet."),
                    {method.toStdString()});
    refuseLater(parser, laterOptions);
    requirePlaces(parser, 2, 2, "the method and MODEL");
    EditOrder order{fromCommandLine<EditSettings>(parser), parser.value(patchOption), parser.value(outOption)};
    order.settings.check();
    // The recipe can be repeated from any folder.
    for (QString *path : {&order.settings.model, &order.settings.reference, &order.settings.selection})
        *path = absolute(*path);
    return [order](const Terminal &terminal) { return carryOut(order, terminal); };
}

} // namespace

const Verb &editVerb()
{
    static const Verb verb{"edit", QT_TRANSLATE_NOOP("Verb", "Changes selected weights, as a patch or a checkpoint."),
                           addEditOptions, readEdit};
    return verb;
}

} // namespace cw
