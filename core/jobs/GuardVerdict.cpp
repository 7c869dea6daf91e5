// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/GuardVerdict.h"

#include <QCoreApplication>
#include <cmath>

namespace cw {

GuardVerdict verdictOf(const Interval &worse, double margin)
{
    if (std::isnan(worse.low))
        return GuardVerdict::Undecided;
    if (worse.high < margin)
        return GuardVerdict::Held;
    return worse.low > margin ? GuardVerdict::Broken : GuardVerdict::Undecided;
}

GuardVerdict together(const std::vector<GuardVerdict> &verdicts)
{
    GuardVerdict all = GuardVerdict::None;
    for (const GuardVerdict each : verdicts) {
        if (each == GuardVerdict::Broken)
            return each;
        if (each == GuardVerdict::Undecided || all == GuardVerdict::None)
            all = each;
    }
    return all;
}

QString name(GuardVerdict verdict)
{
    switch (verdict) {
    case GuardVerdict::Held: return QStringLiteral("held");
    case GuardVerdict::Broken: return QStringLiteral("broken");
    case GuardVerdict::Undecided: return QStringLiteral("undecided");
    case GuardVerdict::None: break;
    }
    return {};
}

QString verdictText(GuardVerdict verdict)
{
    switch (verdict) {
    case GuardVerdict::Held: return QCoreApplication::translate("GuardVerdict", "held");
    case GuardVerdict::Broken: return QCoreApplication::translate("GuardVerdict", "broken");
    case GuardVerdict::Undecided: return QCoreApplication::translate("GuardVerdict", "undecided");
    case GuardVerdict::None: break;
    }
    return {};
}

GuardVerdict guardVerdict(const QString &name)
{
    for (const GuardVerdict verdict : {GuardVerdict::Held, GuardVerdict::Broken, GuardVerdict::Undecided})
        if (name == cw::name(verdict))
            return verdict;
    return GuardVerdict::None;
}

} // namespace cw
