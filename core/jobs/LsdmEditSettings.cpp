// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LsdmEditSettings.h"

#include "core/engine/Error.h"
#include "core/jobs/ComputeFields.h"

#include <algorithm>

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
        textField({"goal", FieldForm::Text, "parity|share|FILE",
                   QT_TRANSLATE_NOOP("Option", "What he and she should be: equal, as the public share of women, or as "
                                               "a file says with lines name,target (default: parity).")},
                  &S::goal),
        textField({"data", FieldForm::Text, "DIR", QT_TRANSLATE_NOOP("Option", "Folder with the data sets.")},
                  &S::data),
        textField({"text", FieldForm::Text, "FILE",
                   QT_TRANSLATE_NOOP("Option", "Text in UTF-8 that the model should read as before (default: a demo "
                                               "model's grammar, else WikiText-2 of the data sets or the program's "
                                               "own).")},
                  &S::text),
        wholeField({"tokens", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Tokens of that text that are read, at most (default: 20000).")},
                   &S::tokens, 1, 1000000000),
        wholeField({"contexts", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Texts in which each occupation is edited (default: 12).")},
                   &S::contexts, 1, 10000),
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
                                                 "(default: 0.1).")},
                    &S::preservation, 0, 1e9),
        numberField({"definitions", FieldForm::Number, "W",
                     QT_TRANSLATE_NOOP("Option", "Weight of words that have a gender by definition (default: 1).")},
                    &S::definitions, 0, 1e9),
        wholeField(
            {"seed", FieldForm::Number, "N", QT_TRANSLATE_NOOP("Option", "Seed of folds and contexts (default: 1).")},
            &S::seed, 0, 4294967295),
    };
}

} // namespace

const std::vector<Field<LsdmEditSettings>> &LsdmEditSettings::fields()
{
    static const auto table = [] {
        auto all = whatIsEdited();
        for (const auto &group : {howTargetsAreFound(), howItIsSolved(), computeFields<LsdmEditSettings>()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return table;
}

std::vector<int> LsdmEditSettings::layersIn(int count) const
{
    std::vector<int> all;
    if (layers == QLatin1String("auto")) {
        for (int layer = 0; layer < std::max(1, (count + 5) / 10); ++layer)
            all.push_back(layer);
        return all;
    }
    for (const QString &part : layers.split(u',')) {
        const QStringList ends = part.split(u'-');
        bool isFirst = false;
        bool isLast = false;
        const int first = ends.first().toInt(&isFirst);
        const int last = ends.last().toInt(&isLast);
        if (!isFirst || !isLast || ends.size() > 2 || first < 0 || last < first || last >= count)
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error",
                                          "\"%1\" names no layers of this model, which has 0 to %2; write 0 or "
                                          "0-2."),
                        {layers.toStdString(), std::to_string(count - 1)});
        for (int layer = first; layer <= last; ++layer)
            all.push_back(layer);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Goal LsdmEditSettings::goalAsked() const
{
    if (goal == QLatin1String("parity"))
        return {Goal::Kind::Parity, {}};
    if (goal == QLatin1String("share"))
        return {Goal::Kind::Share, {}};
    return {Goal::Kind::Custom, goal};
}

void LsdmEditSettings::check() const
{
    if (model.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "An edit needs a model: name its folder."));
    if (goal == QLatin1String("f_score"))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "LSDM aims at parity, share or a file of targets, not at %1."),
                    {goal.toStdString()});
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
