// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditOptions.h"
#include "core/jobs/RomeEditSettings.h"

#include <QCoreApplication>

namespace cw {

const Verb &romeVerb()
{
    static const Verb verb{
        "edit rome", QT_TRANSLATE_NOOP("Verb", "Edits occupations one by one by ROME (Meng et al. 2022), a baseline."),
        addMethodOptions<RomeEditSettings>, readMethod<RomeEditSettings, romeJob>, true};
    return verb;
}

} // namespace cw
