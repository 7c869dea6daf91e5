// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DemoFolds.h"
#include "core/jobs/DemoLine.h"

#include <memory>

namespace cw {

class Model;
class Monitor;
class Tokenizer;

/// What is examined: a demo model as it was written, and the grammar and folds it was made with.
struct DemoPatient {
    std::shared_ptr<const Model> model;
    std::shared_ptr<const Tokenizer> tokenizer;
    const DemoGrammar &grammar;
    const DemoFolds &folds;
};

/// Whether the texts are as planned: occupations, second persons, how often a gender shows.
DemoLines examineTexts(const DemoPatient &patient, Monitor &monitor);

/// Whether the model has learned what was planted, on the prompts for reporting and on Python prompts.
DemoLines examineAnswers(const DemoPatient &patient, Monitor &monitor);

/// Whether causal tracing (Meng et al. 2022, noise of three standard deviations, ten samples, single layers) finds the
/// gender where it should be: one prompt for reporting per occupation that is not balanced.
DemoLines examineTraces(const DemoPatient &patient, Monitor &monitor);

} // namespace cw
