// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

struct MadeEdit;

/// Appends a section to a model card in Markdown, or makes the card. Throws Error of kind File naming path where it
/// cannot be written.
void addToCard(const QString &path, const QString &section);

/// The section that says what was edited: which weights of which model, by which recipe, and the hashes before and
/// after. In English, as model cards are.
QString cardSection(const MadeEdit &edit);

} // namespace cw
