// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace cw {

struct Generation;

/// What `counterweight generate --json` prints: ids, tokens, text and stopped of the first sample, the same of every
/// one under "samples", ids and tokens of the prompt, the settings, and whether it is complete.
QJsonObject generationJson(const Generation &generation, double seconds);

/// The texts for people: one alone as it is, several under their numbers and why they ended.
QString generationText(const Generation &generation);

} // namespace cw
