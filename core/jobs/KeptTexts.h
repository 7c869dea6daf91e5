// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Query.h"
#include "core/jobs/LoadedModel.h"

#include <QString>
#include <vector>

namespace cw {

class Monitor;

/// Which text a model should read as before.
struct KeptText {
    QString file; ///< in UTF-8; empty: for a model with folds.json sentences of its grammar, else as plainText() has it
    QString data; ///< folder of data sets
    int tokens = 0; ///< of it, at most
    std::uint32_t seed = 1;
};

/// Whether it is a model that the program has trained on its grammar: folds.json says so.
bool isDemo(const LoadedModel &model);

/// Its lines as tokens, each cut to the model's context. They read what should stay: all tokens but, in the grammar,
/// those that show an occupation's gender. Throws Error of kind File or Format.
std::vector<Query> keptTexts(const LoadedModel &model, const KeptText &asked, Monitor &monitor);

} // namespace cw
