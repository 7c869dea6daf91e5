// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MemoryCheck.h"

#include "core/analysis/TraceMemory.h"
#include "core/data/Bytes.h"
#include "core/engine/Error.h"
#include "core/engine/MemoryForecast.h"
#include "core/engine/Model.h"

#include <functional>

namespace cw {
namespace {

/// Whether a count fits, where smaller ones do when it does.
using Fits = std::function<bool(std::int64_t count)>;

/// The largest count below most that fits; 0 where none does.
std::int64_t largestFitting(std::int64_t most, const Fits &fits)
{
    std::int64_t low = 0; // fits
    std::int64_t high = most;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (fits(middle) ? low : high) = middle;
    }
    return low;
}

std::string text(std::int64_t bytes)
{
    return formatBytes(static_cast<double>(bytes)).toStdString();
}

/// In 16 bits, as far as that makes less of it.
Placement halved(Placement placement)
{
    placement.type = placement.type == at::kFloat ? at::kBFloat16 : placement.type;
    return placement;
}

[[noreturn]] void refuse(const char *sentence, std::vector<std::string> arguments)
{
    throw Error(Error::Kind::Memory, sentence, std::move(arguments));
}

} // namespace

void requireMemory(const Model &model, std::int64_t tokens, std::int64_t free)
{
    const auto need = [&model](const Placement &placement, std::int64_t count) {
        return forwardForecast(model, placement, count).least();
    };
    const std::int64_t needed = need(model.placement(), tokens);
    if (needed <= free)
        return;
    const std::string count = std::to_string(tokens);
    if (need(halved(model.placement()), tokens) <= free)
        refuse(QT_TRANSLATE_NOOP("Error", "%1 tokens need %2 of memory, but only %3 are free: they would fit in bf16 "
                                          "(--dtype bf16)."),
               {count, text(needed), text(free)});
    const std::int64_t fitting =
        largestFitting(tokens, [&](std::int64_t less) { return need(model.placement(), less) <= free; });
    if (fitting > 0)
        refuse(QT_TRANSLATE_NOOP("Error",
                                 "%1 tokens need %2 of memory, but only %3 are free: a text of %4 tokens would "
                                 "fit."),
               {count, text(needed), text(free), std::to_string(fitting)});
    refuse(QT_TRANSLATE_NOOP("Error",
                             "This model needs %1 of memory at least, but only %2 are free: close other programs "
                             "or choose a smaller model."),
           {text(need(model.placement(), 1)), text(free)});
}

void requireMemory(const Model &model, const TraceInput &input, std::int64_t free)
{
    const auto need = [&](std::int64_t samples) {
        TraceInput less = input;
        less.samples = static_cast<int>(samples);
        return traceForecast(model, less).least();
    };
    const std::int64_t needed = need(input.samples);
    if (needed <= free)
        return;
    const std::int64_t fitting = largestFitting(input.samples, [&](std::int64_t less) { return need(less) <= free; });
    const std::string tokens = std::to_string(input.ids.size());
    const std::string samples = std::to_string(input.samples);
    if (fitting > 0)
        refuse(QT_TRANSLATE_NOOP("Error",
                                 "A trace of %1 tokens with %2 samples needs %3 of memory, but only %4 are free: "
                                 "%5 samples would fit."),
               {tokens, samples, text(needed), text(free), std::to_string(fitting)});
    refuse(QT_TRANSLATE_NOOP("Error", "A trace of %1 tokens needs %2 of memory even with one sample, but only %3 are "
                                      "free: shorten the prompt, close other programs or choose a smaller model."),
           {tokens, text(need(1)), text(free)});
}

} // namespace cw
