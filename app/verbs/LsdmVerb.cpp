// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditOptions.h"
#include "core/jobs/LsdmEditSettings.h"

#include <QCoreApplication>

namespace cw {

const Verb &lsdmVerb()
{
    static const Verb verb{"edit lsdm",
                           QT_TRANSLATE_NOOP("Verb", "Edits occupations by least squares (Cai et al. 2024)."),
                           addMethodOptions<LsdmEditSettings>, readMethod<LsdmEditSettings, lsdmJob>, true};
    return verb;
}

} // namespace cw
