// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LocateSettings.h"

#include "core/engine/Error.h"
#include "core/jobs/ComputeFields.h"

namespace cw {
namespace {

using S = LocateSettings;

const QStringList &whatNames()
{
    static const QStringList names{QStringLiteral("layers"), QStringLiteral("modules"), QStringLiteral("rows"),
                                   QStringLiteral("weights")};
    return names;
}

std::vector<Field<S>> whatIsLocated()
{
    return {
        choiceField(
            {"what", FieldForm::Place, "layers|modules|rows|weights", QT_TRANSLATE_NOOP("Option", "What is located.")},
            &S::what, whatNames()),
        textField({"model", FieldForm::Place, "MODEL", QT_TRANSLATE_NOOP("Option", "Folder of the checkpoint.")},
                  &S::model),
        textField({"layers", FieldForm::Text, "auto|LAYERS",
                   QT_TRANSLATE_NOOP("Option", "Layers that modules are looked for in, as 5 or 3-5 (default: auto, the "
                                               "one with most votes).")},
                  &S::layers),
        textsField(
            {"modules", FieldForm::Texts, "MODULE",
             QT_TRANSLATE_NOOP(
                 "Option",
                 "Modules that rows and weights are looked for in, as layers.5.mlp.out, layers.*.mlp.out or head; "
                 "may be repeated (default: the one that is located).")},
            &S::modules),
    };
}

} // namespace

const std::vector<Field<LocateSettings>> &LocateSettings::fields()
{
    static const auto table = [] {
        auto all = whatIsLocated();
        for (const auto &group : {promptFields<S>(), locatingFields<S>(), computeFields<S>()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return table;
}

QString LocateSettings::whatName() const
{
    return whatNames()[static_cast<int>(what)];
}

void LocateSettings::check() const
{
    if (model.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "Locating needs a model: name its folder."));
    if (what == What::Layers && layers != QLatin1String("auto"))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "locate layers looks at every layer: leave out --layers."));
    if ((what == What::Layers || what == What::Modules) && !modules.isEmpty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "locate %1 names modules itself: leave out --modules."),
                    {whatName().toStdString()});
}

QString LocateSettings::command() const
{
    return shellLine(QStringList{QStringLiteral("counterweight"), QStringLiteral("locate")} + toArguments(*this));
}

QJsonObject LocateSettings::measured() const
{
    QJsonObject object = toJson(*this);
    for (const char *key : {"model", "data", "threads"})
        object.remove(QLatin1String(key));
    return object;
}

bool operator==(const LocateSettings &a, const LocateSettings &b)
{
    return areEqual(a, b);
}

} // namespace cw
