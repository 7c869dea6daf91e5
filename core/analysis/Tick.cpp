// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Tick.h"

#include "core/analysis/ModuleNames.h"
#include "core/engine/Error.h"
#include "core/engine/Model.h"
#include "core/engine/ParameterRows.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string_view>

namespace cw {
namespace {

using Text = std::string_view;
using Places = std::set<std::int64_t>;

/// What is ticked so far, by parameter and part.
using Collected = std::map<std::pair<std::string, Tick::Part>, Places>;

[[noreturn]] void refuse(const char *message, Text words)
{
    throw Error(Error::Kind::Input, message, {std::string(words)});
}

std::vector<Text> splitAt(char mark, Text text)
{
    std::vector<Text> parts;
    for (std::size_t end = text.find(mark); end != Text::npos; end = text.find(mark)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

std::int64_t numberOf(Text text, std::int64_t below, Text words)
{
    std::int64_t number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0)
        refuse(QT_TRANSLATE_NOOP("Error", "\"%1\" cannot be read as a selection; write for example "
                                          "layers.2.mlp.out:7,9-12."),
               words);
    if (number >= below)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "\"%1\" names number %2, but the model has only 0 to %3 there."),
                    {std::string(words), std::to_string(number), std::to_string(below - 1)});
    return number;
}

/// "7,9-12": numbers and ranges of numbers below some one.
Places placesOf(Text list, std::int64_t below, Text words)
{
    Places places;
    for (const Text part : splitAt(',', list)) {
        const std::vector<Text> ends = splitAt('-', part);
        const std::int64_t first = numberOf(ends.front(), below, words);
        const std::int64_t last = numberOf(ends.back(), below, words);
        if (ends.size() > 2 || last < first)
            refuse(QT_TRANSLATE_NOOP("Error", "\"%1\" holds a range that does not rise; write it as 9-12."), words);
        for (std::int64_t place = first; place <= last; ++place)
            places.insert(place);
    }
    return places;
}

/// "7/31,8/2": weights as flat places.
Places weightsOf(Text list, const ParameterView &view, Text words)
{
    Places places;
    for (const Text part : splitAt(',', list)) {
        const std::vector<Text> pair = splitAt('/', part);
        if (pair.size() != 2)
            refuse(QT_TRANSLATE_NOOP("Error", "\"%1\" names no weight; write row/column, as in layers.2.mlp.out:7/31."),
                   words);
        places.insert(numberOf(pair[0], view.rows(), words) * view.columns() +
                      numberOf(pair[1], view.columns(), words));
    }
    return places;
}

/// Collects ticks of one model.
class Ticker {
public:
    explicit Ticker(const Model &model) : m_model(model), m_views(parameterViews(model)) {}

    void addLayers(Text words)
    {
        for (const std::int64_t layer : placesOf(words, m_model.spec().layers, words))
            for (const ParameterView &module : modules(m_model.spec()))
                if (layerOf(module.name) == layer)
                    m_collected[{module.name, Tick::Part::All}];
    }

    void addModules(const std::vector<std::string> &words)
    {
        for (const std::string &module : modulesNamed(words, m_model.spec()))
            m_collected[{parameterView(m_model, module).name, Tick::Part::All}];
    }

    void addRows(Text words)
    {
        const auto [name, list] = divided(words);
        const ParameterView view = parameterView(m_model, name);
        add(view.name, Tick::Part::Rows, placesOf(list, view.rows(), words));
    }

    void addWeights(Text words)
    {
        const auto [name, list] = divided(words);
        const ParameterView view = parameterView(m_model, name);
        add(view.name, Tick::Part::Weights, weightsOf(list, view, words));
    }

    void addNeurons(Text words, NeuronSide side)
    {
        const auto [layer, list] = divided(words);
        const ParameterView out = parameterView(m_model, layer + ".mlp.out");
        const Places neurons = placesOf(list, out.columns(), words);
        add(out.name, Tick::Part::Columns, neurons);
        if (side == NeuronSide::Out)
            return;
        for (const char *map : {".mlp.in", ".mlp.gate", ".mlp.in.bias", ".mlp.gate.bias"})
            if (has(layer + map))
                add(layer + map, Tick::Part::Rows, neurons);
    }

    void addBiases()
    {
        const Collected weights = m_collected;
        for (const auto &[tick, places] : weights)
            if (tick.second != Tick::Part::Columns && tick.second != Tick::Part::Weights && has(tick.first + ".bias"))
                add(tick.first + ".bias", tick.second, places);
    }

    std::vector<Tick> ticks() const
    {
        std::vector<Tick> all;
        for (const ParameterView &view : m_views)
            for (const Tick::Part part : {Tick::Part::All, Tick::Part::Rows, Tick::Part::Columns, Tick::Part::Weights})
                if (const auto found = m_collected.find({view.name, part}); found != m_collected.end())
                    all.push_back({view.name, part, {found->second.begin(), found->second.end()}});
        return all;
    }

private:
    static std::pair<std::string, Text> divided(Text words)
    {
        const std::size_t colon = words.find(':');
        if (colon == Text::npos || colon + 1 == words.size())
            refuse(QT_TRANSLATE_NOOP("Error", "\"%1\" cannot be read as a selection; write for example "
                                              "layers.2.mlp.out:7,9-12."),
                   words);
        return {std::string(words.substr(0, colon)), words.substr(colon + 1)};
    }

    bool has(const std::string &name) const
    {
        return std::any_of(m_views.begin(), m_views.end(),
                           [&name](const ParameterView &view) { return view.name == name; });
    }

    void add(const std::string &parameter, Tick::Part part, const Places &places)
    {
        m_collected[{parameter, part}].insert(places.begin(), places.end());
    }

    const Model &m_model;
    std::vector<ParameterView> m_views;
    Collected m_collected;
};

} // namespace

bool TickWords::isEmpty() const
{
    return layers.empty() && modules.empty() && rows.empty() && neurons.empty() && weights.empty();
}

std::vector<Tick> ticksOf(const TickWords &words, NeuronSide side, const Model &model)
{
    if (words.isEmpty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "Nothing is selected: name layers, modules, rows, neurons or weights."));
    Ticker ticker(model);
    for (const std::string &each : words.layers)
        ticker.addLayers(each);
    ticker.addModules(words.modules);
    for (const std::string &each : words.rows)
        ticker.addRows(each);
    for (const std::string &each : words.weights)
        ticker.addWeights(each);
    if (words.withBias)
        ticker.addBiases();
    for (const std::string &each : words.neurons)
        ticker.addNeurons(each, side);
    return ticker.ticks();
}

} // namespace cw
