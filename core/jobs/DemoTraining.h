// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Occupations.h"
#include "core/jobs/TrainDemoSettings.h"

namespace cw {

class Monitor;

/// Trains a demo model on the CPU and writes it into a folder that is there: tokenizer.json and the checkpoint in fp16.
/// The same settings give the same files on one machine. Returns the mean loss of every step.
std::vector<double> trainDemo(const TrainDemoSettings &settings, const std::vector<Occupation> &occupations,
                              const QString &folder, Monitor &monitor);

} // namespace cw
