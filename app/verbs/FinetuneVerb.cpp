// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditOptions.h"
#include "core/jobs/FinetuneSettings.h"

#include <QCoreApplication>

namespace cw {

const Verb &finetuneVerb()
{
    static const Verb verb{"edit finetune",
                           QT_TRANSLATE_NOOP("Verb", "Fine-tunes modules, plain or within a bound, as a baseline."),
                           addMethodOptions<FinetuneSettings>, readMethod<FinetuneSettings, finetuneJob>, true};
    return verb;
}

} // namespace cw
