// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GuardVerdict.h"

#include <QIcon>

namespace cw {

/// A guard's verdict for people; empty for none.
QString verdictText(GuardVerdict verdict);
QIcon verdictIcon(GuardVerdict verdict);

} // namespace cw
