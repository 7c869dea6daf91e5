// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditFacts.h"

namespace cw {

/// "Placebos of other content, by gap: 0.3512 before, 0.1024 edited, ...": one control as a sentence.
QString placeboSentence(const KeptPlacebo &placebo);
/// What weakens it, a sentence each: a broken guard, too few draws.
QStringList placeboRemarks(const KeptPlacebo &placebo);

/// A sentence where side effects break a guard; else empty.
QString sideEffectRemark(const SideEffects &effects);

/// What stands where nothing is known of an edit's changes, of its placebos, of its side effects.
QString missingLedger();
QString missingPlacebo();
QString missingSideEffects();

/// All that is known of an edit as Markdown, for a report.
QString markdownOf(const QString &title, const EditFacts &facts);

} // namespace cw
