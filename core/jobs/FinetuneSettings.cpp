// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/FinetuneSettings.h"

#include "core/engine/Error.h"
#include "core/jobs/ComputeFields.h"

namespace cw {
namespace {

using S = FinetuneSettings;

std::vector<Field<S>> whatIsTrained()
{
    return {
        textField({"model", FieldForm::Place, "MODEL", QT_TRANSLATE_NOOP("Option", "Folder of the checkpoint.")},
                  &S::model),
        textField({"layers", FieldForm::Text, "auto|LAYERS",
                   QT_TRANSLATE_NOOP("Option", "Layers whose mlp.out is trained, as 0 or 0-2 (default: auto, the last "
                                               "of the lowest tenth).")},
                  &S::layers),
        textsField({"modules", FieldForm::Texts, "MODULE",
                    QT_TRANSLATE_NOOP(
                        "Option", "Modules that are trained instead, as layers.5.mlp.out or layers.*.mlp.out; may be "
                                  "repeated.")},
                   &S::modules),
    };
}

std::vector<Field<S>> howItIsTrained()
{
    return {
        numberField({"rate", FieldForm::Number, "R", QT_TRANSLATE_NOOP("Option", "Learning rate (default: 0.0005).")},
                    &S::rate, 1e-12, 1e3),
        wholeField({"steps", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Steps, at most; 0: when the passes are over (default: 25).")},
                   &S::steps, 0, 1000000000),
        numberField({"recovery", FieldForm::Number, "W",
                     QT_TRANSLATE_NOOP("Option", "Weight of the loss over the text that should stay (default: 0).")},
                    &S::recovery, 0, 1e6),
        numberField({"definitions", FieldForm::Number, "W",
                     QT_TRANSLATE_NOOP("Option", "Weight of the loss over words that have a gender by definition, in "
                                                 "seen templates (default: 0).")},
                    &S::definitions, 0, 1e6),
    };
}

} // namespace

const std::vector<Field<FinetuneSettings>> &FinetuneSettings::fields()
{
    static const auto table = [] {
        auto all = whatIsTrained();
        for (const auto &group :
             {promptFields<S>(), trainingFields<S>(), howItIsTrained(), placeboFields<S>(), computeFields<S>()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return table;
}

OwnPlacebos FinetuneSettings::placebos() const
{
    return {QStringLiteral("Fine-tuning"), {PlaceboKind::Content, PlaceboKind::Relocated}};
}

void FinetuneSettings::check() const
{
    if (model.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "An edit needs a model: name its folder."));
    if (layers != QLatin1String("auto") && !modules.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "Give either --%1 or --%2, not both."),
                    {"layers", "modules"});
    PlaceboOrder(*this).kinds();
}

QString FinetuneSettings::command() const
{
    return shellLine(QStringList{QStringLiteral("counterweight"), QStringLiteral("edit"), QStringLiteral("finetune")} +
                     toArguments(*this));
}

bool operator==(const FinetuneSettings &a, const FinetuneSettings &b)
{
    return areEqual(a, b);
}

} // namespace cw
