// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Attempt.h"
#include "core/jobs/ProbedEdit.h"

namespace cw {

struct MadeEdit;

/// Appends a section to a model card in Markdown, or makes the card. Throws Error of kind File naming path where it
/// cannot be written.
void addToCard(const QString &path, const QString &section);

/// The section that says what was edited: which weights of which model, the hashes, the scores before and after with
/// their intervals or why there are none, placebos and side effects as far as the facts hold them, and the recipe. In
/// English, as model cards are. Facts of several edits: {"edits": [{"title", "alpha", "facts"}, ...]}.
QString cardSection(const MadeEdit &edit, const Result<ProbedEdit> &probed);

} // namespace cw
