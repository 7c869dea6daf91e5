// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/EditOptions.h"
#include "app/verbs/Verb.h"
#include "core/jobs/EditSettings.h"

#include <QFileInfo>

namespace cw {
namespace {

const QStringList laterMethods{QStringLiteral("contrast")};

/// The methods with settings of their own.
const Verb *methodVerb(const QString &name)
{
    for (const Verb *verb : {&lsdmVerb(), &mgVerb(), &finetuneVerb(), &romeVerb(), &memitVerb()})
        if (QLatin1String(verb->name) == u"edit " + name)
            return verb;
    return nullptr;
}

void addEditOptions(QCommandLineParser &parser)
{
    addOptionsOf<EditSettings>(parser);
    addEditOutputs(parser);
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
    requirePlaces(parser, 2, 2, "the method and MODEL");
    EditSettings settings = fromCommandLine<EditSettings>(parser);
    settings.check();
    // The recipe can be repeated from any folder.
    for (QString *path : {&settings.model, &settings.reference, &settings.selection})
        *path = absolute(*path);
    const EditOrder order{{editJob, toJson(settings)}, editOutputs(parser)};
    return [order](const Terminal &terminal) { return carryOut(order, terminal); };
}

} // namespace

const Verb &editVerb()
{
    static const Verb verb{
        "edit",
        QT_TRANSLATE_NOOP("Verb",
                          "Changes selected weights, as a patch or a checkpoint. The methods lsdm, mg, finetune, "
                          "rome and memit have settings of their own: counterweight edit lsdm --help."),
        addEditOptions,
        readEdit,
        true,
        methodVerb};
    return verb;
}

} // namespace cw
