// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TickedEdit.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Monitor.h"
#include "core/jobs/EditJob.h"
#include "core/jobs/LoadModelJob.h"
#include "core/project/PackedEdit.h"

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

/// What an edit changes of one parameter, as an edit of its own.
inline std::shared_ptr<const Edit> partOf(const Edit &edit, const std::string &parameter)
{
    Edit part;
    for (const Delta &delta : edit.deltas)
        if (delta.parameter == parameter)
            part.deltas.push_back(delta);
    return std::make_shared<const Edit>(part);
}

} // namespace cw::test
