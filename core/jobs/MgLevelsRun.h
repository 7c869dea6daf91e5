// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MgEditSettings.h"
#include "core/jobs/RunHead.h"

#include <QMetaType>

namespace cw {

/// The head of a comparison of levels: what was asked, whatever its level, and of which model.
struct MgLevelsRun : RunHead {
    MgEditSettings settings;
};

} // namespace cw

Q_DECLARE_METATYPE(cw::MgLevelsRun)
