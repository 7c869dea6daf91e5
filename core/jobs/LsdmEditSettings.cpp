// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LsdmEditSettings.h"

#include "core/jobs/ComputeFields.h"
#include "core/jobs/OccupationFields.h"
#include "core/jobs/OccupationOrder.h"

namespace cw {
namespace {

using S = LsdmEditSettings;

std::vector<Field<S>> whatIsEdited()
{
    return {
        textField({"model", FieldForm::Place, "MODEL", QT_TRANSLATE_NOOP("Option", "Folder of the checkpoint.")},
                  &S::model),
        textField(
            {"layers", FieldForm::Text, "auto|LAYERS",
             QT_TRANSLATE_NOOP("Option", "Layers whose mlp.out is changed, as 0 or 0-2 (default: auto, the lowest "
                                         "tenth).")},
            &S::layers),
    };
}

std::vector<Field<S>> howTargetsAreFound()
{
    return {
        choiceField({"loss", FieldForm::Word, "balanced|gap|likelihood",
                     QT_TRANSLATE_NOOP("Option", "What the targets are found by: the balanced distribution, the gap "
                                                 "alone, or the rarer pronoun (default: balanced).")},
                    &S::loss, {QStringLiteral("balanced"), QStringLiteral("gap"), QStringLiteral("likelihood")}),
        wholeField({"steps", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Steps for each target, at most (default: 40).")},
                   &S::steps, 1, 100000),
        numberField({"rate", FieldForm::Number, "R", QT_TRANSLATE_NOOP("Option", "Learning rate (default: 0.3).")},
                    &S::rate, 1e-9, 1e3),
        numberField({"clamp", FieldForm::Number, "C",
                     QT_TRANSLATE_NOOP("Option", "Longest change of what the MLP writes, times the length of that "
                                                 "(default: 6).")},
                    &S::clamp, 1e-9, 1e6),
    };
}

std::vector<Field<S>> howItIsSolved()
{
    return {
        choiceField({"keys", FieldForm::Word, "mean|plain-and-rest|every-text",
                     QT_TRANSLATE_NOOP("Option", "How the keys of an occupation's texts are taken together (default: "
                                                 "every-text, not at all).")},
                    &S::keys, {QStringLiteral("mean"), QStringLiteral("plain-and-rest"), QStringLiteral("every-text")}),
        numberField({"preservation", FieldForm::Number, "C",
                     QT_TRANSLATE_NOOP("Option", "How strongly other texts are kept: lambda over the width of the keys "
                                                 "(default: 0.3).")},
                    &S::preservation, 0, 1e9),
        numberField({"definitions", FieldForm::Number, "W",
                     QT_TRANSLATE_NOOP("Option", "Weight of words that have a gender by definition (default: 1).")},
                    &S::definitions, 0, 1e9),
    };
}

} // namespace

const std::vector<Field<LsdmEditSettings>> &LsdmEditSettings::fields()
{
    static const auto table = [] {
        auto all = whatIsEdited();
        for (const auto &group : {occupationFields<S>(), howTargetsAreFound(), howItIsSolved(), placeboFields<S>(),
                                  computeFields<LsdmEditSettings>()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return table;
}

OwnPlacebos LsdmEditSettings::placebos() const
{
    return {QStringLiteral("LSDM"), {PlaceboKind::Content, PlaceboKind::Relocated, PlaceboKind::WrongText}};
}

std::vector<int> LsdmEditSettings::layersIn(int count) const
{
    return OccupationOrder(*this).layersIn(count);
}

void LsdmEditSettings::check() const
{
    OccupationOrder(*this).check();
    PlaceboOrder(*this).kinds();
}

QString LsdmEditSettings::command() const
{
    return shellLine(QStringList{QStringLiteral("counterweight"), QStringLiteral("edit"), QStringLiteral("lsdm")} +
                     toArguments(*this));
}

bool operator==(const LsdmEditSettings &a, const LsdmEditSettings &b)
{
    return areEqual(a, b);
}

} // namespace cw
