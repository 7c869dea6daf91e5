// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MemitEditSettings.h"

#include "core/jobs/ComputeFields.h"
#include "core/jobs/OccupationFields.h"
#include "core/jobs/OccupationOrder.h"

namespace cw {
namespace {

using S = MemitEditSettings;

std::vector<Field<S>> ownFields()
{
    return {
        textField({"model", FieldForm::Place, "MODEL", QT_TRANSLATE_NOOP("Option", "Folder of the checkpoint.")},
                  &S::model),
        textField(
            {"layers", FieldForm::Text, "auto|LAYERS",
             QT_TRANSLATE_NOOP("Option", "Layers whose mlp.out is changed, as 0 or 0-2 (default: auto, the lowest "
                                         "tenth).")},
            &S::layers),
        numberField({"clamp", FieldForm::Number, "C",
                     QT_TRANSLATE_NOOP("Option", "Longest change of the state behind the last layer, times the length "
                                                 "of that (default: 0.75).")},
                    &S::clamp, 1e-9, 1e6),
        numberField({"preservation", FieldForm::Number, "C",
                     QT_TRANSLATE_NOOP("Option", "How strongly other texts are kept: lambda over the width of the keys "
                                                 "(default: 1).")},
                    &S::preservation, 0, 1e9),
    };
}

} // namespace

const std::vector<Field<MemitEditSettings>> &MemitEditSettings::fields()
{
    static const auto table = [] {
        auto all = ownFields();
        for (const auto &group : {authorsFields<S>(), occupationFields<S>(), placeboFields<S>(), computeFields<S>()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return table;
}

OwnPlacebos MemitEditSettings::placebos() const
{
    return {QStringLiteral("MEMIT"), {PlaceboKind::Content, PlaceboKind::Relocated}};
}

void MemitEditSettings::check() const
{
    OccupationOrder(*this).check();
    PlaceboOrder(*this).kinds();
}

QString MemitEditSettings::command() const
{
    return shellLine(QStringList{QStringLiteral("counterweight"), QStringLiteral("edit"), QStringLiteral("memit")} +
                     toArguments(*this));
}

bool operator==(const MemitEditSettings &a, const MemitEditSettings &b)
{
    return areEqual(a, b);
}

} // namespace cw
