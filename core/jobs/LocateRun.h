// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LocateSettings.h"
#include "core/jobs/RunHead.h"

#include <QMetaType>

namespace cw {

/// The head of a search: what was asked, and of which model.
struct LocateRun : RunHead {
    LocateSettings settings;
};

} // namespace cw

Q_DECLARE_METATYPE(cw::LocateRun)
