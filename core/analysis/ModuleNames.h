// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace cw {

struct ModelSpec;

/// The modules that words name, each once: "layers.2.mlp.out" is one, and a pattern as the shell reads it, with * in
/// it, is all modules of layers that match, "layers.*.mlp.in", in the model's order. Throws Error of kind Input quoting
/// a pattern that matches none; a name without * is given back as it is.
std::vector<std::string> modulesNamed(const std::vector<std::string> &words, const ModelSpec &spec);

} // namespace cw
