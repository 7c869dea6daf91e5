// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/TraceSettings.h"

#include <QStringList>

namespace cw {

class Model;
class Monitor;
class Tokenizer;

/// The standard deviation of the noise. 3s: three times the sample standard deviation (n - 1) over all entries of the
/// embeddings of all subjects, each tokenized alone without special tokens (Meng et al. 2022); 3e: over the whole
/// embedding matrix. Throws Error of kind Format when the embeddings are no numbers, Input when no subject has tokens.
double noiseSigma(const NoiseSize &size, const Model &model, const Tokenizer &tokenizer, const QStringList &subjects,
                  Monitor &monitor);

/// The names of the built-in occupations: the subjects of a command that has but one of its own.
QStringList occupationNames();

} // namespace cw
