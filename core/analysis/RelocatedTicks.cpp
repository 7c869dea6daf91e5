// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RelocatedTicks.h"

#include "core/analysis/RandomState.h"
#include "core/engine/Error.h"
#include "core/engine/Model.h"
#include "core/engine/ParameterRows.h"

#include <algorithm>
#include <optional>
#include <set>

namespace cw {
namespace {

using Places = std::vector<std::int64_t>;

[[noreturn]] void refuse(const std::string &parameter)
{
    throw Error(Error::Kind::Input,
                QT_TRANSLATE_NOOP("Error", "There is nowhere else in the model to do the same as in %1: leave out the "
                                           "placebo."),
                {parameter});
}

std::int64_t unitsOf(const Tick &tick, const ParameterView &view)
{
    switch (tick.part) {
    case Tick::Part::Columns: return view.columns();
    case Tick::Part::Weights: return view.rows() * view.columns();
    default: return view.rows();
    }
}

/// Whether two ticks are the sides of the same neurons, or rows of maps side by side: then they go on together.
bool areAlike(const Tick &a, const Tick &b)
{
    return layerOf(a.parameter) == layerOf(b.parameter) && a.places == b.places;
}

/// As many places as a tick has, outside it; ascending.
Places drawnBeside(const Tick &tick, std::int64_t below, RandomState &random)
{
    std::set<std::int64_t> drawn;
    while (drawn.size() < tick.places.size()) {
        const auto place = static_cast<std::int64_t>(random.uniform() * static_cast<double>(below));
        if (!std::binary_search(tick.places.begin(), tick.places.end(), place))
            drawn.insert(place);
    }
    return {drawn.begin(), drawn.end()};
}

std::vector<std::vector<Tick>> besides(const Model &model, const std::vector<Tick> &ticks, int count,
                                       std::uint32_t seed)
{
    std::vector<std::int64_t> units;
    for (const Tick &tick : ticks) {
        units.push_back(unitsOf(tick, parameterView(model, tick.parameter)));
        if (2 * static_cast<std::int64_t>(tick.places.size()) > units.back())
            refuse(tick.parameter);
    }
    RandomState random(seed);
    std::set<std::vector<Places>> known;
    std::vector<std::vector<Tick>> found;
    // Few places are soon exhausted, and then most draws are known ones.
    for (int attempt = 0; attempt < 20 * count && static_cast<int>(found.size()) < count; ++attempt) {
        std::vector<Tick> others = ticks;
        std::vector<Places> places;
        for (std::size_t i = 0; i < ticks.size(); ++i) {
            std::size_t first = 0;
            while (first < i && (units[first] != units[i] || !areAlike(ticks[first], ticks[i])))
                ++first;
            places.push_back(first < i ? places[first] : drawnBeside(ticks[i], units[i], random));
            others[i].places = places.back();
        }
        if (known.insert(places).second)
            found.push_back(std::move(others));
    }
    return found;
}

/// The same in other layers; nothing where a parameter is not there or has another shape.
std::optional<std::vector<Tick>> shifted(const Model &model, const std::vector<Tick> &ticks, int shift)
{
    const std::vector<ParameterView> views = parameterViews(model);
    std::vector<Tick> others = ticks;
    for (Tick &tick : others) {
        const std::string begin = "layers." + std::to_string(layerOf(tick.parameter));
        const std::vector<std::int64_t> shape = parameterView(model, tick.parameter).shape;
        tick.parameter =
            "layers." + std::to_string(layerOf(tick.parameter) + shift) + tick.parameter.substr(begin.size());
        const auto found = std::find_if(views.begin(), views.end(),
                                        [&](const ParameterView &view) { return view.name == tick.parameter; });
        if (found == views.end() || found->shape != shape)
            return std::nullopt;
    }
    return others;
}

std::vector<std::vector<Tick>> inOtherLayers(const Model &model, const std::vector<Tick> &ticks, int count,
                                             std::uint32_t seed)
{
    int lowest = model.spec().layers;
    int highest = -1;
    for (const Tick &tick : ticks) {
        const int layer = layerOf(tick.parameter);
        if (layer < 0)
            refuse(tick.parameter);
        lowest = std::min(lowest, layer);
        highest = std::max(highest, layer);
    }
    std::vector<int> shifts;
    for (int shift = -lowest; shift < model.spec().layers - highest; ++shift)
        if (shift != 0)
            shifts.push_back(shift);
    RandomState(seed).shuffle(shifts);
    std::vector<std::vector<Tick>> found;
    for (const int shift : shifts)
        if (static_cast<int>(found.size()) < count)
            if (auto others = shifted(model, ticks, shift))
                found.push_back(*std::move(others));
    if (found.empty())
        refuse(ticks.front().parameter);
    return found;
}

} // namespace

std::vector<std::vector<Tick>> relocatedTicks(const Model &model, const std::vector<Tick> &ticks, int count,
                                              std::uint32_t seed)
{
    const bool areWhole =
        std::any_of(ticks.begin(), ticks.end(), [](const Tick &tick) { return tick.part == Tick::Part::All; });
    return areWhole ? inOtherLayers(model, ticks, count, seed) : besides(model, ticks, count, seed);
}

} // namespace cw
