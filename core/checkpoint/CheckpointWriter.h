// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"

#include <QString>

namespace cw {

/// Writes config.json, generation_config.json and model.safetensors of a model of GPT-2's family into a folder that is
/// there, laid out as Hugging Face's GPT2LMHeadModel reads them; parameters are stored in the type they have. endId:
/// the token that begins and ends a text. Throws Error of kind Unsupported for another family, File when a file cannot
/// be written.
void writeGpt2Checkpoint(const QString &folder, const ModelSpec &spec, const Parameters &parameters,
                         std::int64_t endId);

} // namespace cw
