// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MgEditSettings.h"
#include "tests/support/TestFiles.h"

namespace cw::test {

/// MG-Editing of the demo model with few prompts: quick, at whatever level.
inline MgEditSettings quickLevels()
{
    MgEditSettings settings;
    settings.model = demoModel();
    settings.limit = 6;
    settings.epochs = 1;
    settings.batch = 6;
    settings.tokens = 200;
    settings.texts = 1;
    return settings;
}

} // namespace cw::test
