// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/ProbedEdit.h"

#include "core/engine/ReadTexts.h"
#include "core/jobs/PreviewScorer.h"

namespace cw {

ProbedEdit probed(const LoadedModel &base, const Model &edited, const PreviewSettings &settings, Monitor &monitor)
{
    ProbedEdit found{probeSet(base, settings, monitor), {}, {}, {}};
    const std::vector<double> before = logsOf(readTexts(*base.model, found.set.queries, {}, monitor));
    found.readings = readTexts(edited, found.set.queries, {}, monitor);
    const PreviewScorer scorer(found.set, before);
    found.before = scorer.exact(before);
    found.after = scorer.exact(logsOf(found.readings));
    return found;
}

} // namespace cw
