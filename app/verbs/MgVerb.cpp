// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditOptions.h"
#include "core/jobs/MgEditSettings.h"

#include <QCoreApplication>

namespace cw {

const Verb &mgVerb()
{
    static const Verb verb{
        "edit mg",
        QT_TRANSLATE_NOOP("Verb", "Trains what answers he or she and nothing else (MG-Editing, Qin et al. 2024)."),
        addMethodOptions<MgEditSettings>, readMethod<MgEditSettings, mgJob>};
    return verb;
}

} // namespace cw
