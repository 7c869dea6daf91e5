// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TargetScores.h"

#include "core/engine/Error.h"
#include "core/engine/ReadTexts.h"

#include <cmath>

namespace cw {
namespace {

TargetScore scoreOf(const TargetPrompt &prompt, double a, double b)
{
    const double wanted = prompt.shareA + prompt.shareB > 0 ? prompt.shareA / (prompt.shareA + prompt.shareB) : 0.5;
    const double share = a + b > 0 ? a / (a + b) : 0.5;
    return {a, b, std::abs(a - prompt.shareA) + std::abs(b - prompt.shareB), a + b, std::abs(share - wanted)};
}

} // namespace

std::vector<TargetScore> targetScores(const Model &model, const TargetPrompts &prompts, Monitor &monitor)
{
    checkPrompts(model.spec(), prompts);
    std::vector<Query> queries;
    for (const TargetPrompt &prompt : prompts) {
        const int last = static_cast<int>(prompt.ids.size()) - 1;
        queries.push_back({prompt.ids, {{last, prompt.a}, {last, prompt.b}}});
    }
    const std::vector<Readings> answers = readTexts(model, queries, {}, monitor);
    std::vector<TargetScore> scores;
    for (std::size_t i = 0; i < prompts.size(); ++i)
        scores.push_back(
            scoreOf(prompts[i], std::exp(answers[i][0].logProbability), std::exp(answers[i][1].logProbability)));
    return scores;
}

TargetScore meanOf(const std::vector<TargetScore> &scores)
{
    TargetScore mean;
    const double share = scores.empty() ? 0 : 1 / static_cast<double>(scores.size());
    for (const TargetScore &score : scores) {
        mean.a += share * score.a;
        mean.b += share * score.b;
        mean.fb += share * score.fb;
        mean.mass += share * score.mass;
        mean.imbalance += share * score.imbalance;
    }
    return mean;
}

double meanLoss(const Model &model, const std::vector<Query> &texts, Monitor &monitor)
{
    double sum = 0;
    std::size_t count = 0;
    for (const Readings &readings : readTexts(model, texts, {}, monitor)) {
        for (const Reading &reading : readings)
            sum -= reading.logProbability;
        count += readings.size();
    }
    return count > 0 ? sum / static_cast<double>(count) : 0;
}

} // namespace cw
