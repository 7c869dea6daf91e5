// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

// What Oniguruma's names of characters mean, in the notation of PCRE's classes; each empty for a name it lacks.

/// The members of the class that an escape in lower case means: s, w, h or d. Inside brackets some fractions and
/// superscripts are no word characters, outside they are.
QString escapedMembers(QChar escape, bool isInside);
/// The members of a class such as `[:alpha:]`.
QString posixMembers(const QString &name);
/// The name of a property as PCRE has it: a script stands for itself alone, not for what is used with it.
QString propertyName(const QString &name);
/// What `\b` or `\B` tests.
QString wordBoundary(bool isNegated);

} // namespace cw
