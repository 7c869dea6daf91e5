// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditOptions.h"
#include "core/jobs/MemitEditSettings.h"

#include <QCoreApplication>

namespace cw {

const Verb &memitVerb()
{
    static const Verb verb{
        "edit memit",
        QT_TRANSLATE_NOOP("Verb", "Edits occupations all at once by MEMIT (Meng et al. 2023), a baseline."),
        addMethodOptions<MemitEditSettings>, readMethod<MemitEditSettings, memitJob>, true};
    return verb;
}

} // namespace cw
