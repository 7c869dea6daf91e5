// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <vector>

namespace cw {

/// One line of what a demo model must reach to be accepted.
struct DemoLine {
    enum class Rule { AtLeast, AtMost };

    const char *key;  ///< in JSON
    const char *text; ///< marked with QT_TRANSLATE_NOOP("Demo", ...)
    double value;
    Rule rule;
    double bar;

    bool isMet() const { return rule == Rule::AtLeast ? value >= bar : value <= bar; } ///< never with NaN
};

using DemoLines = std::vector<DemoLine>;

} // namespace cw

Q_DECLARE_METATYPE(cw::DemoLines)
