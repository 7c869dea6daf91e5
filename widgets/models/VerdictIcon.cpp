// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/VerdictIcon.h"

#include "widgets/style/Icons.h"

namespace cw {

QIcon verdictIcon(GuardVerdict verdict)
{
    switch (verdict) {
    case GuardVerdict::Held: return icon(QStringLiteral("check"), Role::Good);
    case GuardVerdict::Broken: return icon(QStringLiteral("error"), Role::Problem);
    case GuardVerdict::Undecided: return icon(QStringLiteral("info"), Role::Warning);
    case GuardVerdict::None: break;
    }
    return {};
}

} // namespace cw
