// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/RomeEditSettings.h"

#include "core/jobs/ComputeFields.h"
#include "core/jobs/OccupationFields.h"
#include "core/jobs/OccupationOrder.h"

namespace cw {
namespace {

using S = RomeEditSettings;

std::vector<Field<S>> ownFields()
{
    return {
        textField({"model", FieldForm::Place, "MODEL", QT_TRANSLATE_NOOP("Option", "Folder of the checkpoint.")},
                  &S::model),
        textField({"layers", FieldForm::Text, "auto|LAYER",
                   QT_TRANSLATE_NOOP("Option", "The layer whose mlp.out is changed (default: auto, the last of the "
                                               "lowest tenth).")},
                  &S::layers),
        choiceField({"loss", FieldForm::Word, "balanced|gap|likelihood",
                     QT_TRANSLATE_NOOP("Option", "What the targets are found by: the balanced distribution, the gap "
                                                 "alone, or the rarer pronoun (default: likelihood).")},
                    &S::loss, {QStringLiteral("balanced"), QStringLiteral("gap"), QStringLiteral("likelihood")}),
        wholeField({"steps", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Steps for each target, at most (default: 20).")},
                   &S::steps, 1, 100000),
        numberField({"rate", FieldForm::Number, "R", QT_TRANSLATE_NOOP("Option", "Learning rate (default: 0.5).")},
                    &S::rate, 1e-9, 1e3),
        numberField({"clamp", FieldForm::Number, "C",
                     QT_TRANSLATE_NOOP("Option", "Longest change of what the MLP writes, times the length of that "
                                                 "(default: 4).")},
                    &S::clamp, 1e-9, 1e6),
        numberField({"ridge", FieldForm::Number, "R",
                     QT_TRANSLATE_NOOP("Option", "What is added to the statistics of other texts so that they can be "
                                                 "solved, as a part of their mean (default: 0.0001; its authors: 0).")},
                    &S::ridge, 0, 1e6),
    };
}

} // namespace

const std::vector<Field<RomeEditSettings>> &RomeEditSettings::fields()
{
    static const auto table = [] {
        auto all = ownFields();
        for (const auto &group : {occupationFields<S>(), computeFields<S>()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return table;
}

void RomeEditSettings::check() const
{
    OccupationOrder(*this).check();
}

QString RomeEditSettings::command() const
{
    return shellLine(QStringList{QStringLiteral("counterweight"), QStringLiteral("edit"), QStringLiteral("rome")} +
                     toArguments(*this));
}

bool operator==(const RomeEditSettings &a, const RomeEditSettings &b)
{
    return areEqual(a, b);
}

} // namespace cw
