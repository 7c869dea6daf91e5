// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/RowVotes.h"
#include "core/analysis/TargetPrompt.h"
#include "core/jobs/Located.h"

namespace cw {

class Model;
class Monitor;

/// How MG-Editing's levels are located: what settings say of it.
struct LocateChoice {
    /// Of any settings with members of these names.
    template <class S> LocateChoice(const S &s)
        : layers(s.layers), modules(s.modules), norm(s.norm), scorer(s.scorer), span(s.span), top(s.top), most(s.most),
          seed(s.seed)
    {
    }

    QString layers; ///< auto: the one with most votes
    QStringList modules;
    LensNorm norm;
    RowScorer scorer;
    LossSpan span;
    int top;
    double most;
    std::uint32_t seed;
};

/// Locates a level, and on the way to it those above that nobody has named (Qin et al. 2024, section 5.1): layers by
/// votes through the logit lens; in them the two modules of the sub-layer that matters most when it is silenced; in the
/// second of these rows by their gradients; in these single weights.
class Locator {
public:
    Locator(const Model &model, const TargetPrompts &prompts, const LocateChoice &choice);

    /// Fills places, winners, layers, modules, share and selection. Throws Error of kind Input for layers, modules or
    /// numbers that the model lacks, else as the parts do.
    Located layers(Monitor &monitor) const;
    Located modules(Monitor &monitor) const;
    Located rows(Monitor &monitor) const { return inModules(false, AtStop::Throw, monitor); }
    Located weights(Monitor &monitor) const { return inModules(true, AtStop::Throw, monitor); }

    /// Any of these. Where a person stops it among the prompts that vote for rows or weights, those that had their turn
    /// have voted, and it is not complete; stopped before, it throws.
    Located what(LocateSettings::What level, Monitor &monitor) const;

private:
    enum class AtStop { Throw, Vote };

    Located inModules(bool areWeights, AtStop atStop, Monitor &monitor) const;
    std::vector<int> lookedInto(Monitor &monitor) const;
    /// Return the name of each prompt's winner.
    QStringList addRows(Located &found, const RowGradients &gradients) const;
    QStringList addWeights(Located &found, const RowGradients &gradients) const;
    RowVotes votes(const RowGradients &gradients) const;

    const Model &m_model;
    const TargetPrompts &m_prompts;
    const LocateChoice m_choice;
};

} // namespace cw
