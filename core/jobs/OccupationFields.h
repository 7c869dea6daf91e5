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
                   &S::tokens, 1, 1000000000),
        wholeField({"contexts", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Texts in which each occupation is edited (default: 12).")},
                   &S::contexts, 1, 10000),
        wholeField(
            {"seed", FieldForm::Number, "N", QT_TRANSLATE_NOOP("Option", "Seed of folds and contexts (default: 1).")},
            &S::seed, 0, 4294967295),
    };
}

} // namespace cw
