// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MgEditSettings.h"

#include "core/engine/Error.h"
#include "core/jobs/ComputeFields.h"

namespace cw {
namespace {

using S = MgEditSettings;

std::vector<Field<S>> whatIsEdited()
{
    return {
        textField({"model", FieldForm::Place, "MODEL", QT_TRANSLATE_NOOP("Option", "Folder of the checkpoint.")},
                  &S::model),
        choiceField({"level", FieldForm::Word, "full|layer|module|row|weight",
                     QT_TRANSLATE_NOOP("Option", "How much is trained: everything, a layer, two coupled modules, rows "
                                                 "of the second, or single weights of these (default: row).")},
                    &S::level,
                    {QStringLiteral("full"), QStringLiteral("layer"), QStringLiteral("module"), QStringLiteral("row"),
                     QStringLiteral("weight")}),
        textField({"selection", FieldForm::Text, "FILE.json",
                   QT_TRANSLATE_NOOP("Option", "A file of locate --selection with what is trained (default: it is "
                                               "located).")},
                  &S::selection),
        textField(
            {"layers", FieldForm::Text, "auto|LAYERS",
             QT_TRANSLATE_NOOP("Option", "Layers that are trained or looked into, as 5 or 3-5 (default: auto, the "
                                         "one with most votes).")},
            &S::layers),
        textsField(
            {"modules", FieldForm::Texts, "MODULE",
             QT_TRANSLATE_NOOP(
                 "Option",
                 "Modules that are trained or looked into, as layers.5.mlp.out, layers.*.mlp.out or head; may be "
                 "repeated (default: those that are located).")},
            &S::modules),
    };
}

std::vector<Field<S>> howItIsTrained()
{
    return {
        numberField({"rate", FieldForm::Number, "R",
                     QT_TRANSLATE_NOOP("Option", "Learning rate (default: 0, the level's own).")},
                    &S::rate, 0, 1e3),
        wholeField({"steps", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Steps, at most (default: 0, when the passes are over).")},
                   &S::steps, 0, 1000000000),
        numberField({"recovery", FieldForm::Number, "W",
                     QT_TRANSLATE_NOOP("Option", "Weight of the loss over the text that should stay (default: 2).")},
                    &S::recovery, 0, 1e6),
        numberField({"definitions", FieldForm::Number, "W",
                     QT_TRANSLATE_NOOP("Option", "Weight of the loss over words that have a gender by definition, in "
                                                 "seen templates (default: 1).")},
                    &S::definitions, 0, 1e6),
    };
}

/// What served best on the demo model, by steps of about a half decade; the paper prints none, and larger models want
/// less.
double usualRate(EditLevel level)
{
    switch (level) {
    case EditLevel::Full: return 3e-4;
    case EditLevel::Layer:
    case EditLevel::Module: return 1e-3;
    case EditLevel::Row:
    case EditLevel::Weight: return 0.03;
    }
    return 0;
}

} // namespace

const std::vector<Field<MgEditSettings>> &MgEditSettings::fields()
{
    static const auto table = [] {
        auto all = whatIsEdited();
        for (const auto &group : {promptFields<S>(), locatingFields<S>(), trainingFields<S>(), howItIsTrained(),
                                  placeboFields<S>(), computeFields<S>()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return table;
}

QString MgEditSettings::levelName() const
{
    return QLatin1String(name(level));
}

OwnPlacebos MgEditSettings::placebos() const
{
    OwnPlacebos own{QStringLiteral("MG-Editing at the level %1").arg(levelName()), {}};
    if (level == EditLevel::Row || level == EditLevel::Weight)
        own.kinds.push_back(PlaceboKind::Moved);
    if (level != EditLevel::Full)
        own.kinds.push_back(PlaceboKind::Relocated);
    own.kinds.push_back(PlaceboKind::WrongText);
    return own;
}

MgEditSettings MgEditSettings::withRate() const
{
    MgEditSettings settings = *this;
    if (rate == 0)
        settings.rate = usualRate(level);
    return settings;
}

void MgEditSettings::check() const
{
    if (model.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "An edit needs a model: name its folder."));
    const bool isNarrowed = !selection.isEmpty() || layers != QLatin1String("auto") || !modules.isEmpty();
    if (level == EditLevel::Full && isNarrowed)
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "At the level full everything is trained: leave out "
                                                                   "--selection, --layers and --modules."));
    if (level == EditLevel::Layer && !modules.isEmpty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "At the level layer whole layers are trained: leave out --modules."));
    PlaceboOrder(*this).kinds();
}

QString MgEditSettings::command() const
{
    return shellLine(QStringList{QStringLiteral("counterweight"), QStringLiteral("edit"), QStringLiteral("mg")} +
                     toArguments(*this));
}

QString MgEditSettings::compareCommand() const
{
    MgEditSettings settings = *this;
    settings.level = S().level; // what has its default is not said
    return settings.command() + QStringLiteral(" --compare");
}

QJsonObject MgEditSettings::measured() const
{
    QJsonObject object = toJson(*this);
    for (const char *key : {"model", "data", "threads"})
        object.remove(QLatin1String(key));
    return object;
}

bool operator==(const MgEditSettings &a, const MgEditSettings &b)
{
    return areEqual(a, b);
}

} // namespace cw
