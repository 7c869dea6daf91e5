// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"

namespace cw {

/// Whose keys are changed and what should stay: the fields of every settings struct that an OccupationOrder can be made
/// of.
template <class S> std::vector<Field<S>> occupationFields()
{
    return {
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
                   &S::tokens, 1, 10000000),
        wholeField({"contexts", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Texts in which each occupation is edited (default: 12).")},
                   &S::contexts, 1, 10000),
        wholeField(
            {"seed", FieldForm::Number, "N", QT_TRANSLATE_NOOP("Option", "Seed of folds and contexts (default: 1).")},
            &S::seed, 0, 4294967295),
    };
}

/// How ROME and MEMIT find their targets, with the numbers of their authors.
template <class S> std::vector<Field<S>> authorsFields()
{
    return {
        choiceField({"loss", FieldForm::Word, "balanced|gap|likelihood",
                     QT_TRANSLATE_NOOP("Option", "What the targets are found by: the balanced distribution, the gap "
                                                 "alone, or the rarer pronoun (default: likelihood).")},
                    &S::loss, {QStringLiteral("balanced"), QStringLiteral("gap"), QStringLiteral("likelihood")}),
        wholeField({"steps", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Steps for each target, at most (default: 20).")},
                   &S::steps, 1, 100000),
        numberField({"rate", FieldForm::Number, "R", QT_TRANSLATE_NOOP("Option", "Learning rate (default: 0.5).")},
                    &S::rate, 1e-9, 1e3),
        numberField({"ridge", FieldForm::Number, "R",
                     QT_TRANSLATE_NOOP("Option", "What is added to the statistics of other texts so that they can be "
                                                 "solved, as a part of their mean (default: 0.0001; its authors: 0).")},
                    &S::ridge, 0, 1e6),
    };
}

} // namespace cw
