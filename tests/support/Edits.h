// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TickedEdit.h"
#include "core/engine/Monitor.h"
#include "core/jobs/EditJob.h"
#include "core/jobs/LoadModelJob.h"

namespace cw::test {

/// A checkpoint of a fixture, in the type in which the CPU computes.
inline LoadedModel opened(const QString &folder)
{
    return loadModel(folder, QStringLiteral("cpu"), QStringLiteral("fp32"));
}

/// An edit that reaches a query of the first layer, the MLP of the second and the embedding.
inline MadeEdit editOf(const LoadedModel &model)
{
    SilentMonitor monitor;
    const TickWords words{{}, {}, {"layers.0.attn.q:0,2", "layers.1.mlp.out:1", "embed:3"}, {}, {}};
    const auto ticks = ticksOf(words, NeuronSide::Out, *model.model);
    const auto edit =
        std::make_shared<const Edit>(tickedEdit(*model.model, ticks, {TickChange::Kind::Scale, 0.25}, monitor));
    MadeEdit made = applied(model, model.checkpoint->hash(monitor), edit, 1, monitor);
    made.title = QStringLiteral("a test's edit");
    return made;
}

} // namespace cw::test
