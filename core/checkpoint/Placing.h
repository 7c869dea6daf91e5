// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"

#include <QString>

namespace cw {

class Checkpoint;

/// Where to compute with a checkpoint: device auto, cpu, cuda or cuda:N; type auto, fp32, bf16 or fp16. auto takes a
/// CUDA device where there is one, and fp32 where it fits the device, else bf16. Throws Error naming the alternative:
/// of kind Device without that device, Unsupported for fp16 on the CPU, Input for any other word.
Placement placementFor(const Checkpoint &checkpoint, const QString &device, const QString &type);

/// "cpu" or "cuda:0", and "fp32", "bf16" or "fp16": what a run was computed with.
QString deviceName(const Placement &placement);
QString typeName(const Placement &placement);

} // namespace cw
