// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Sampler.h"

#include <algorithm>
#include <cmath>

namespace cw {
namespace {

bool isLikelier(const TokenChance &a, const TokenChance &b)
{
    return a.probability != b.probability ? a.probability > b.probability : a.id < b.id;
}

/// All tokens with weights exp((logit - largest) / temperature), in the order of their ids.
std::vector<TokenChance> weights(const std::vector<float> &logits, double temperature)
{
    const double largest = *std::max_element(logits.begin(), logits.end());
    std::vector<TokenChance> all(logits.size());
    for (std::size_t i = 0; i < logits.size(); ++i)
        all[i] = {static_cast<std::int64_t>(i), std::exp((static_cast<double>(logits[i]) - largest) / temperature)};
    return all;
}

double sum(const std::vector<TokenChance> &tokens)
{
    double total = 0;
    for (const TokenChance &token : tokens)
        total += token.probability;
    return total;
}

/// Sorts only as far as needed: until the weights of the sorted ones reach enough. Returns how many do.
std::size_t sortUntil(std::vector<TokenChance> &tokens, double enough)
{
    std::size_t sorted = 0;
    double reached = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (i == sorted) {
            const std::size_t next = std::min(tokens.size(), 2 * sorted + 64);
            const auto from = tokens.begin() + static_cast<std::ptrdiff_t>(sorted);
            std::partial_sort(from, tokens.begin() + static_cast<std::ptrdiff_t>(next), tokens.end(), isLikelier);
            sorted = next;
        }
        reached += tokens[i].probability;
        if (reached >= enough)
            return i + 1;
    }
    return tokens.size();
}

void keepLikeliest(std::vector<TokenChance> &tokens, int count)
{
    if (count <= 0 || static_cast<std::size_t>(count) >= tokens.size())
        return;
    std::nth_element(tokens.begin(), tokens.begin() + count - 1, tokens.end(), isLikelier);
    tokens.resize(static_cast<std::size_t>(count));
}

/// The tokens that top-k and top-p leave, with weights that do not add up to 1 yet, in any order.
std::vector<TokenChance> allowed(const std::vector<float> &logits, const Sampling &sampling)
{
    std::vector<TokenChance> tokens = weights(logits, sampling.temperature);
    keepLikeliest(tokens, sampling.topK);
    if (sampling.topP < 1)
        tokens.resize(sortUntil(tokens, sampling.topP * sum(tokens)));
    return tokens;
}

TokenChance likeliest(const std::vector<float> &logits)
{
    return {std::max_element(logits.begin(), logits.end()) - logits.begin(), 1};
}

} // namespace

std::vector<TokenChance> chances(const std::vector<float> &logits, const Sampling &sampling)
{
    if (sampling.temperature <= 0)
        return {likeliest(logits)};
    std::vector<TokenChance> tokens = allowed(logits, sampling);
    const double total = sum(tokens);
    sortUntil(tokens, INFINITY);
    for (TokenChance &token : tokens)
        token.probability /= total;
    return tokens;
}

std::int64_t Sampler::choose(const std::vector<float> &logits)
{
    if (m_sampling.temperature <= 0)
        return likeliest(logits).id;
    std::vector<TokenChance> tokens = allowed(logits, m_sampling);
    return tokens[sortUntil(tokens, m_random.uniform() * sum(tokens)) - 1].id;
}

} // namespace cw
