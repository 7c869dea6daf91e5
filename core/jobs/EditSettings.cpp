// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/EditSettings.h"

#include "core/engine/Error.h"
#include "core/jobs/ComputeFields.h"

#include <algorithm>
#include <initializer_list>

namespace cw {
namespace {

using S = EditSettings;

const QStringList &methodNames()
{
    static const QStringList names{QStringLiteral("zero"), QStringLiteral("scale"), QStringLiteral("mean"),
                                   QStringLiteral("toward"), QStringLiteral("attenuate")};
    return names;
}

std::vector<Field<S>> whatIsEdited()
{
    return {
        choiceField({"method", FieldForm::Place, "zero|scale|mean|toward|attenuate",
                     QT_TRANSLATE_NOOP("Option", "What is done with what is selected.")},
                    &S::method, methodNames()),
        textField({"model", FieldForm::Place, "MODEL", QT_TRANSLATE_NOOP("Option", "Folder of the checkpoint.")},
                  &S::model),
        textsField({"rows", FieldForm::Texts, "MODULE:ROWS",
                    QT_TRANSLATE_NOOP("Option", "Rows of a module, as layers.2.mlp.out:7,9-12; may be repeated.")},
                   &S::rows),
        textsField({"neurons", FieldForm::Texts, "LAYER:NEURONS",
                    QT_TRANSLATE_NOOP("Option", "Neurons of an MLP, as layers.3:12,15; may be repeated.")},
                   &S::neurons),
        textsField({"weights", FieldForm::Texts, "MODULE:ROW/COLUMN",
                    QT_TRANSLATE_NOOP("Option", "Single weights, as layers.2.mlp.out:7/31,8/2; may be repeated.")},
                   &S::weights),
        textsField(
            {"modules", FieldForm::Texts, "MODULE",
             QT_TRANSLATE_NOOP("Option", "Whole modules, as layers.2.mlp.out or layers.*.mlp.out; may be repeated.")},
            &S::modules),
        textsField({"layers", FieldForm::Texts, "LAYERS",
                    QT_TRANSLATE_NOOP("Option", "All modules of layers, as 2 or 0-3; may be repeated.")},
                   &S::layers),
        textField({"selection", FieldForm::Text, "FILE.json",
                   QT_TRANSLATE_NOOP("Option", "A JSON file with the same, as locate --selection writes it: {\"rows\": "
                                               "{\"layers.2.mlp.out\": [7, 9]}}.")},
                  &S::selection),
    };
}

std::vector<Field<S>> howItIsEdited()
{
    return {
        choiceField({"bias", FieldForm::Word, "without|with",
                     QT_TRANSLATE_NOOP("Option", "Whether rows and modules take their biases along (default: "
                                                 "without).")},
                    &S::bias, {QStringLiteral("without"), QStringLiteral("with")}),
        numberField({"factor", FieldForm::Number, "F",
                     QT_TRANSLATE_NOOP("Option", "scale: what the weights are multiplied by (default: 0).")},
                    &S::factor, -1e6, 1e6),
        numberField({"share", FieldForm::Number, "S",
                     QT_TRANSLATE_NOOP("Option", "toward, attenuate: which share of the way is gone (default: 1).")},
                    &S::share, -1e6, 1e6),
        textField({"reference", FieldForm::Text, "MODEL",
                   QT_TRANSLATE_NOOP("Option", "toward: the checkpoint that is moved toward.")},
                  &S::reference),
        {{"targets", FieldForm::Words, "A,B",
          QT_TRANSLATE_NOOP("Option", "attenuate: the two answers whose direction is taken out (default: \" he, "
                                      "she\").")},
         [](const S &s) { return QJsonArray::fromStringList(s.targets); },
         [](S &s, const QJsonValue &value) { s.targets = textsOf("targets", value); }},
    };
}

/// A setting of another method would change nothing, and leave who set it thinking that it did.
void refuseForeign(const EditSettings &settings)
{
    const EditSettings usual;
    const auto require = [&](bool isUsual, const char *option, std::initializer_list<TickMethod> methods) {
        if (isUsual || std::find(methods.begin(), methods.end(), settings.method) != methods.end())
            return;
        QStringList names;
        for (const TickMethod method : methods)
            names << methodNames()[static_cast<int>(method)];
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "--%1 is a setting of edit %2; edit %3 has no use for it."),
                    {option, names.join(QStringLiteral(", ")).toStdString(), settings.methodName().toStdString()});
    };
    require(settings.factor == usual.factor, "factor", {TickMethod::Scale});
    require(settings.share == usual.share, "share", {TickMethod::Toward, TickMethod::Attenuate});
    require(settings.reference.isEmpty(), "reference", {TickMethod::Toward});
    require(settings.targets == usual.targets, "targets", {TickMethod::Attenuate});
}

std::vector<Field<S>> howItIsJudged()
{
    auto fields = placeboFields<S>();
    fields.push_back(
        wholeField({"seed", FieldForm::Number, "N", QT_TRANSLATE_NOOP("Option", "Seed of placebos (default: 1).")},
                   &S::seed, 0, 4294967295));
    return fields;
}

} // namespace

const std::vector<Field<EditSettings>> &EditSettings::fields()
{
    static const auto table = [] {
        auto all = whatIsEdited();
        for (const auto &group : {howItIsEdited(), howItIsJudged(), computeFields<EditSettings>()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return table;
}

QString EditSettings::methodName() const
{
    return methodNames()[static_cast<int>(method)];
}

OwnPlacebos EditSettings::placebos() const
{
    // Within a parameter that is ticked whole there is nowhere to move to.
    if (!layers.isEmpty() || !modules.isEmpty())
        return {QStringLiteral("edit %1 of whole modules").arg(methodName()), {PlaceboKind::Relocated}};
    return {u"edit " + methodName(), {PlaceboKind::Moved, PlaceboKind::Relocated}};
}

void EditSettings::check() const
{
    if (model.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "An edit needs a model: name its folder."));
    if (layers.isEmpty() && modules.isEmpty() && rows.isEmpty() && neurons.isEmpty() && weights.isEmpty() &&
        selection.isEmpty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "Nothing is selected: name layers, modules, rows, neurons or weights."));
    if (method == TickMethod::Toward && reference.isEmpty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "There is no checkpoint to move toward: choose one (--reference)."));
    refuseForeign(*this);
    if (method == TickMethod::Attenuate && targets.size() != 2)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "attenuate needs two targets, such as \" he, she\"."));
    PlaceboOrder(*this).kinds();
}

QString EditSettings::command() const
{
    return shellLine(QStringList{QStringLiteral("counterweight"), QStringLiteral("edit")} + toArguments(*this));
}

bool operator==(const EditSettings &a, const EditSettings &b)
{
    return areEqual(a, b);
}

} // namespace cw
