// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/GenerateSettings.h"

#include "core/engine/Error.h"
#include "core/jobs/ComputeFields.h"

namespace cw {
namespace {

using S = GenerateSettings;

std::vector<Field<S>> whatIsWritten()
{
    return {
        textField({"model", FieldForm::Place, "MODEL", QT_TRANSLATE_NOOP("Option", "Folder of the checkpoint.")},
                  &S::model),
        textField({"prompt", FieldForm::Place, "TEXT", QT_TRANSLATE_NOOP("Option", "The text that is continued.")},
                  &S::prompt),
        wholeField({"max", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "At most so many tokens are written (default: 100).")},
                   &S::max, 1, 1000000),
        textsField({"stop", FieldForm::Texts, "TEXT",
                    QT_TRANSLATE_NOOP("Option", "Ends the text before this one, taken as it is; may be repeated.")},
                   &S::stop),
    };
}

std::vector<Field<S>> howItIsDrawn()
{
    return {
        numberField({"temperature", FieldForm::Number, "T",
                     QT_TRANSLATE_NOOP("Option", "Divides the logits before a token is drawn; 0 takes the likeliest "
                                                 "token (default: 0).")},
                    &S::temperature, 0, 100),
        numberField({"top-p", FieldForm::Number, "P",
                     QT_TRANSLATE_NOOP("Option", "Draws from the likeliest tokens that together reach this probability "
                                                 "(default: 1, all).")},
                    &S::topP, 0, 1),
        wholeField({"top-k", FieldForm::Number, "K",
                    QT_TRANSLATE_NOOP("Option", "Draws from the K likeliest tokens (default: 0, all).")},
                   &S::topK, 0, 1000000000),
        wholeField({"seed", FieldForm::Number, "N", QT_TRANSLATE_NOOP("Option", "Seed of what is drawn (default: 1).")},
                   &S::seed, 0, 4294967295),
        wholeField({"samples", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Texts that are written, with the seeds N, N + 1 ... (default: 1).")},
                   &S::samples, 1, 10000),
    };
}

} // namespace

const std::vector<Field<GenerateSettings>> &GenerateSettings::fields()
{
    static const auto table = [] {
        auto all = whatIsWritten();
        for (const auto &group : {howItIsDrawn(), computeFields<GenerateSettings>()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return table;
}

void GenerateSettings::check() const
{
    if (model.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "A text needs a model: name its folder."));
    if (prompt.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The prompt is empty; write at least one word."));
    if (samples > 1 && temperature <= 0)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "All %1 samples would be the same at temperature 0: give a temperature "
                                               "above 0, or ask for one sample."),
                    {std::to_string(samples)});
}

QJsonObject GenerateSettings::measured() const
{
    QJsonObject object = toJson(*this);
    for (const char *key : {"model", "threads"})
        object.remove(QLatin1String(key));
    return object;
}

QString GenerateSettings::command() const
{
    return shellLine(QStringList{QStringLiteral("counterweight"), QStringLiteral("generate")} + toArguments(*this));
}

bool operator==(const GenerateSettings &a, const GenerateSettings &b)
{
    return areEqual(a, b);
}

} // namespace cw
