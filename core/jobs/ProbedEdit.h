// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/PreviewScores.h"
#include "core/jobs/ProbeSet.h"

namespace cw {

/// What a probe set says of a model before and after an edit.
struct ProbedEdit {
    ProbeSet set;
    std::vector<Readings> readings; ///< of the edited model
    PreviewScores before;
    PreviewScores after;
};

/// edited: base's model with edits on it. Throws Error as probeSet() and readTexts() do.
ProbedEdit probed(const LoadedModel &base, const Model &edited, const PreviewSettings &settings, Monitor &monitor);

} // namespace cw
