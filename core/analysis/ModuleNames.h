// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace cw {

struct ModelSpec;

/// The modules that words name, in the model's order: "layers.2.mlp.out" is one, "layers.*.mlp.in" with * for anything
/// are all that match. Throws Error of kind Input quoting the words where a pattern matches none; a name without * is
/// given back as it is.
std::vector<std::string> modulesNamed(const std::string &words, const ModelSpec &spec);

} // namespace cw
