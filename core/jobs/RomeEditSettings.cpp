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
        numberField({"clamp", FieldForm::Number, "C",
                     QT_TRANSLATE_NOOP("Option", "Longest change of what the MLP writes, times the length of that "
                                                 "(default: 4).")},
                    &S::clamp, 1e-9, 1e6),
    };
}

} // namespace

const std::vector<Field<RomeEditSettings>> &RomeEditSettings::fields()
{
    static const auto table = [] {
        auto all = ownFields();
        for (const auto &group : {authorsFields<S>(), occupationFields<S>(), placeboFields<S>(), computeFields<S>()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return table;
}

OwnPlacebos RomeEditSettings::placebos() const
{
    return {QStringLiteral("ROME"), {PlaceboKind::Content, PlaceboKind::Relocated}};
}

void RomeEditSettings::check() const
{
    OccupationOrder(*this).check();
    PlaceboOrder(*this).kinds();
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
