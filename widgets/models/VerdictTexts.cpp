// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/VerdictTexts.h"

#include "widgets/style/Icons.h"

#include <QCoreApplication>

namespace cw {

QString verdictText(GuardVerdict verdict)
{
    switch (verdict) {
    case GuardVerdict::Held: return QCoreApplication::translate("VerdictTexts", "held");
    case GuardVerdict::Broken: return QCoreApplication::translate("VerdictTexts", "broken");
    case GuardVerdict::Undecided: return QCoreApplication::translate("VerdictTexts", "undecided");
    case GuardVerdict::None: break;
    }
    return {};
}

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
