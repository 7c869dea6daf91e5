// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/EditOrder.h"

class QCommandLineParser;

namespace cw {

/// The options of every verb that makes an edit, --patch, --out and, refused, those of a later version.
void addEditOutputs(QCommandLineParser &parser);
/// What they say. Throws Error of kind Unsupported where one of a later version is given.
EditOutputs editOutputs(const QCommandLineParser &parser);

} // namespace cw
