// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LoadedModel.h"

#include <QString>
#include <cstdint>

namespace cw {

class Tokenizer;

/// What a window shows of an open model, without its tensors.
struct ModelFacts {
    QString name; ///< of its folder
    QString folder;
    QString fingerprint;
    QString family;
    QString storageType; ///< "fp32", "bf16", "fp16" or "mixed"
    QString device;
    QString dtype;       ///< computed with
    bool masked = false; ///< predicts at a mask
    QString mask;        ///< how the mask is written; empty for a causal model
    int layers = 0;
    int width = 0;
    int vocabulary = 0;
    int context = 0;
    std::int64_t parameters = 0;
    std::int64_t bytes = 0;
    std::shared_ptr<const Tokenizer> tokenizer;
};

/// The facts of a model; empty ones, with no tokenizer, where none is open.
ModelFacts factsOf(const LoadedModel &model);

} // namespace cw
