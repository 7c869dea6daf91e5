// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LoadedModel.h"
#include "core/jobs/PreviewScores.h"
#include "core/jobs/ProbeSet.h"

#include <optional>

namespace cw {

struct ActiveEdit;
class Monitor;

/// What live scores are computed from: a model with the edits that are on it now, the states of its probe set and, once
/// they are prepared, the gradients of its scores. Jobs of one lane work on it one at a time; estimate() may be called
/// beside them from any thread.
class PreviewBase {
public:
    /// Throws Error as probeSet() and edited() do.
    PreviewBase(const LoadedModel &base, const std::vector<ActiveEdit> &present, const PreviewSettings &settings,
                Monitor &monitor);
    /// The same probe set with other edits on: what lies below what differs is not computed again.
    PreviewBase(const PreviewBase &earlier, const std::vector<ActiveEdit> &present, Monitor &monitor);
    ~PreviewBase();

    /// Whether it is of this model and these settings, whatever the edits.
    bool isOf(const LoadedModel &base, const PreviewSettings &settings) const;
    const ProbeSet &probeSet() const;
    /// Of the model without edits, and with those that are on.
    const PreviewScores &baseScores() const;
    const PreviewScores &presentScores() const;

    /// Of the model with these edits instead, computed from the lowest layer on that they change.
    PreviewScores exact(const std::vector<ActiveEdit> &edits, Monitor &monitor) const;

    /// Goes on where it was stopped. Throws Error of kind Memory where there is no room for them.
    void prepareGradients(Monitor &monitor);
    bool hasGradients() const;
    /// Gives back their room: they are of no more use once other edits are on.
    void dropGradients();
    /// Finds out how the scores change with each of these edits, and says whether that was not known for all; forgets
    /// it of others. Without gradients it does nothing.
    bool learn(const std::vector<ActiveEdit> &edits, Monitor &monitor);
    /// The same of what these edits change moved elsewhere, in so many draws; goes on where it was stopped. Says
    /// whether that was not known.
    bool learnPlacebos(const std::vector<ActiveEdit> &edits, Monitor &monitor);
    /// Of what was learnt. No draws where these edits change nothing, or so much that it cannot be moved.
    PreviewScores::Placebo placebo(const std::vector<ActiveEdit> &edits) const;
    /// To first order around the present edits, at once; nothing where how an edit works was not learnt yet.
    std::optional<PreviewScores> estimate(const std::vector<ActiveEdit> &edits) const;

private:
    struct Inside;

    const std::unique_ptr<Inside> m_inside;
};

} // namespace cw
