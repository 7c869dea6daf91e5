// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/RandomState.h"

#include <cstdint>
#include <vector>

namespace cw {

/// How a token is chosen from the logits.
struct Sampling {
    double temperature = 0; ///< 0: always the likeliest token
    int topK = 0;           ///< only the likeliest so many; 0: all
    double topP = 1;        ///< only the likeliest that together reach this probability
    std::uint32_t seed = 1;
};

/// A token with its probability.
struct TokenChance {
    std::int64_t id = 0;
    double probability = 0;
};

/// The tokens one may draw, likeliest first and equal ones by id, with probabilities that add up to 1: the logits
/// divided by the temperature, then top-k, then of what is left the fewest that reach top-p (Holtzman et al. 2020).
std::vector<TokenChance> chances(const std::vector<float> &logits, const Sampling &sampling);

/// Chooses one text's tokens. Each draw takes one number u of RandomState(seed).uniform(): the token is the first of
/// chances() at which the probabilities so far reach u. So the same logits give the same tokens on every machine.
class Sampler {
public:
    explicit Sampler(const Sampling &sampling) : m_sampling(sampling), m_random(sampling.seed) {}

    std::int64_t choose(const std::vector<float> &logits);

private:
    Sampling m_sampling;
    RandomState m_random;
};

} // namespace cw
