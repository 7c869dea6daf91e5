// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GuardVerdict.h"

#include <QIcon>

namespace cw {

/// Of a guard; none where there is no verdict.
QIcon verdictIcon(GuardVerdict verdict);

} // namespace cw
