// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LoadedModel.h"

#include <QStringList>

namespace cw {

class Monitor;

/// A model with the edits of patch files on it, none or several: its stack, by what the files hold. Throws Error of
/// kind Input where one was made for another model; else as loadModel() and readPatch() do.
LoadedModel loadPatched(const QString &folder, const QStringList &patches, const QString &device, const QString &dtype,
                        Monitor &monitor);

} // namespace cw
