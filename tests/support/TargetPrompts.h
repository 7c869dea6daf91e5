// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TargetPrompt.h"
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"
#include "core/engine/ParameterRows.h"
#include "tests/support/StoppingMonitor.h"

#include <optional>
#include <random>

namespace cw::test {

/// Prompts of tokens drawn at random, of which some begin alike and none are of one length alone; the wanted
/// probabilities differ from prompt to prompt.
inline TargetPrompts drawnPrompts(const ModelSpec &spec, int count)
{
    std::mt19937 random(5);
    const auto token = [&] { return static_cast<std::int64_t>(random() % static_cast<unsigned>(spec.vocabulary)); };
    std::vector<std::int64_t> begin;
    for (int i = 0; i < 6; ++i)
        begin.push_back(token());
    TargetPrompts prompts;
    for (int i = 0; i < count; ++i) {
        TargetPrompt prompt;
        if (i % 3 != 2)
            prompt.ids = begin;
        for (int j = 0; j < 2 + i % 4; ++j)
            prompt.ids.push_back(token());
        prompt.a = 11;
        prompt.b = 23;
        prompt.shareA = 0.2 + 0.6 * i / count;
        prompt.shareB = 1 - prompt.shareA;
        prompts.push_back(prompt);
    }
    return prompts;
}

/// All rows of a parameter.
inline at::Tensor weightOf(const Model &model, const std::string &name)
{
    const ParameterView view = parameterView(model, name);
    return rowsOf(model, view, allRows(view));
}

/// Why f() failed; nothing where it did not.
template <class F> std::optional<Error> errorOf(const F &f)
{
    try {
        f();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

} // namespace cw::test
