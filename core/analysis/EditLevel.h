// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Tick.h"

namespace cw {

/// How much of a model MG-Editing trains (Qin et al. 2024): everything, a layer, modules of it, rows of one, or single
/// weights.
enum class EditLevel { Full, Layer, Module, Row, Weight };

/// From the whole model down.
constexpr EditLevel allLevels[] = {EditLevel::Full, EditLevel::Layer, EditLevel::Module, EditLevel::Row,
                                   EditLevel::Weight};

/// "full", "layer", "module", "row", "weight": the words on the command line.
const char *name(EditLevel level);

/// All that the model has, norms, biases and embeddings too.
std::vector<Tick> wholeModel(const Model &model);
/// All parameters of a layer. Throws Error of kind Input for a layer that the model lacks.
std::vector<Tick> wholeLayer(const Model &model, int layer);
/// Weights and biases of some modules. Throws Error of kind Input naming what is none.
std::vector<Tick> wholeModules(const Model &model, const std::vector<std::string> &names);

} // namespace cw
