// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PredictSettings.h"

#include "core/engine/Error.h"
#include "core/jobs/ComputeFields.h"

namespace cw {

const std::vector<Field<PredictSettings>> &PredictSettings::fields()
{
    using S = PredictSettings;
    static const auto table = [] {
        std::vector<Field<S>> all{
            textField({"model", FieldForm::Place, "MODEL", QT_TRANSLATE_NOOP("Option", "Folder of the checkpoint.")},
                      &S::model),
            textField({"text", FieldForm::Place, "TEXT", QT_TRANSLATE_NOOP("Option", "The text that is continued.")},
                      &S::text),
            wholeField({"top", FieldForm::Number, "N",
                        QT_TRANSLATE_NOOP("Option", "How many of the likeliest tokens are shown (default: 10).")},
                       &S::top, 1, 1000000),
            textField(
                {"logits", FieldForm::Text, "FILE",
                 QT_TRANSLATE_NOOP(
                     "Option", "Writes \"ids\" and all \"logits\", [tokens, vocabulary], as safetensors: a reference "
                               "for info --check.")},
                &S::logits),
        };
        const auto computing = computeFields<S>();
        all.insert(all.end(), computing.begin(), computing.end());
        return all;
    }();
    return table;
}

} // namespace cw
