// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ParameterView.h"

namespace cw {

class Model;
class Monitor;

/// The Euclidean norm of each row of a module, [out], as the weights are stored. NaN and infinity stay what they are.
std::vector<float> rowNorms(const Model &model, const ParameterView &module, Monitor &monitor);

/// The same of each column, [in]: of "layers.3.mlp.out" what each neuron of layer 3 writes.
std::vector<float> columnNorms(const Model &model, const ParameterView &module, Monitor &monitor);

} // namespace cw
