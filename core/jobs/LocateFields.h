// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/RowChoices.h"
#include "core/jobs/Fields.h"
#include "core/jobs/PromptOrder.h"

namespace cw {

/// Whether the final norm stands before the head when the lens reads a layer in the middle.
enum class LensNorm { With, Without };

/// Which prompts are read and what their answers should be: the fields of settings that a PromptOrder can be made of.
template <class S> std::vector<Field<S>> promptFields()
{
    return {
        choiceField(
            {"prompts", FieldForm::Word, "auto|code|gap",
             QT_TRANSLATE_NOOP("Option", "The prompts: those of CodeGenBias or the templates of the gap measure "
                                         "(default: auto, code for a demo model and for one that calls itself "
                                         "a code model).")},
            &S::prompts, {QStringLiteral("auto"), QStringLiteral("code"), QStringLiteral("gap")}),
        textField({"goal", FieldForm::Text, "auto|parity|share|f_score|FILE",
                   QT_TRANSLATE_NOOP("Option", "What he and she should be (default: auto, as the measure of these "
                                               "prompts has it).")},
                  &S::goal),
        textField({"data", FieldForm::Text, "DIR", QT_TRANSLATE_NOOP("Option", "Folder with the data sets.")},
                  &S::data),
        wholeField({"limit", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Prompts of each fold, at most (default: 0, all).")},
                   &S::limit, 0, 1000000000),
        wholeField({"seed", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Seed of folds and of what is drawn (default: 1).")},
                   &S::seed, 0, 4294967295),
    };
}

/// How modules, rows and weights are located: the fields of settings that a LocateChoice can be made of.
template <class S> std::vector<Field<S>> locatingFields()
{
    return {
        choiceField({"norm", FieldForm::Word, "with|without",
                     QT_TRANSLATE_NOOP("Option", "Whether the lens has the final norm before the head (default: "
                                                 "with).")},
                    &S::norm, {QStringLiteral("with"), QStringLiteral("without")}),
        choiceField({"scorer", FieldForm::Word, "cosine_high|cosine_low|diff_norm|random",
                     QT_TRANSLATE_NOOP("Option", "What rows are ranked by: gradients of he and she alike, opposed, or "
                                                 "far apart, or as many drawn ones (default: cosine_high).")},
                    &S::scorer,
                    {QStringLiteral("cosine_high"), QStringLiteral("cosine_low"), QStringLiteral("diff_norm"),
                     QStringLiteral("random")}),
        choiceField({"span", FieldForm::Word, "text|token",
                     QT_TRANSLATE_NOOP("Option", "Loss behind these gradients: over the whole text or the last token "
                                                 "alone (default: text).")},
                    &S::span, {QStringLiteral("text"), QStringLiteral("token")}),
        wholeField({"top", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Rows that each prompt votes for (default: 0, one in 200).")},
                   &S::top, 0, 1000000000),
        numberField({"most", FieldForm::Number, "S",
                     QT_TRANSLATE_NOOP("Option", "Share of a module's rows that is located, at most (default: 0.1).")},
                    &S::most, 1e-9, 1),
    };
}

} // namespace cw
