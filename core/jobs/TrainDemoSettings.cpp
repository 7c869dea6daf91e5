// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/TrainDemoSettings.h"

#include "core/engine/Error.h"
#include "core/engine/ModelSpec.h"

namespace cw {
namespace {

constexpr int heads = 4;
constexpr int context = 512;

} // namespace

const std::vector<Field<TrainDemoSettings>> &TrainDemoSettings::fields()
{
    using S = TrainDemoSettings;
    static const std::vector<Field<S>> table{
        textField({"out", FieldForm::Text, "DIR",
                   QT_TRANSLATE_NOOP("Option", "Folder for the model; it must not be there yet.")},
                  &S::out),
        wholeField({"steps", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Training steps (default: 2400, about 16 minutes on two cores).")},
                   &S::steps, 1, 1000000),
        wholeField({"layers", FieldForm::Number, "N", QT_TRANSLATE_NOOP("Option", "Layers of the model (default: 6).")},
                   &S::layers, 1, 48),
        wholeField({"width", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Width of the model, a multiple of 4 (default: 128).")},
                   &S::width, 4, 4096),
        wholeField({"seed", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Seed of the texts and of the first weights (default: 1).")},
                   &S::seed, 0, 4294967295),
        wholeField({"threads", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Threads on the CPU (default: 0, as many as the machine has).")},
                   &S::threads, 0, 1024),
    };
    return table;
}

void TrainDemoSettings::check() const
{
    if (out.isEmpty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The trained model needs a place: name a new folder with --out."));
    if (width % heads != 0)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The setting width must be a multiple of 4, not %1."),
                    {std::to_string(width)});
}

ModelSpec TrainDemoSettings::spec(int vocabulary) const
{
    ModelSpec spec;
    spec.family = "gpt2";
    spec.layers = layers;
    spec.width = width;
    spec.heads = heads;
    spec.kvHeads = heads;
    spec.headWidth = width / heads;
    spec.hidden = 4 * width;
    spec.vocabulary = vocabulary;
    spec.context = context;
    spec.qkv = QkvLayout::Fused;
    spec.tiedHead = true;
    return spec;
}

QString TrainDemoSettings::command() const
{
    TrainDemoSettings placeless = *this;
    placeless.out = QStringLiteral("DIR");
    return shellLine(QStringList{QStringLiteral("train"), QStringLiteral("demo")} + toArguments(placeless));
}

} // namespace cw
