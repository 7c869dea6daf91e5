// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bench/PreviewBench.h"

#include "core/analysis/ProbeGradients.h"
#include "core/analysis/ProbeStates.h"
#include "core/bench/Calibration.h"
#include "core/bench/RandomModel.h"
#include "core/bench/Stopwatch.h"
#include "core/bench/TraceBench.h"
#include "core/data/Draws.h"
#include "core/engine/Edit.h"
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"
#include "core/engine/ParameterRows.h"
#include "core/engine/ReadTexts.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>
#include <cmath>

namespace cw {
namespace {

constexpr double strength = 0.01;
constexpr std::int64_t fewRows = 64;
constexpr std::int64_t fewWeights = 1000;

/// A change of a module in each form.
std::vector<std::shared_ptr<const Edit>> ofEachForm(const ParameterView &view)
{
    const at::Generator random = at::detail::createCPUGenerator(1);
    const auto drawn = [&random](std::vector<std::int64_t> shape) {
        return at::empty(shape, at::kFloat).normal_(0, 1, random);
    };
    const std::int64_t rows = std::min(fewRows, view.rows());
    const std::int64_t all = view.rows() * view.columns();
    const std::int64_t weights = std::min(fewWeights, all);
    std::vector<std::int64_t> first;
    for (std::int64_t row = 0; row < rows; ++row)
        first.push_back(row);
    std::vector<std::shared_ptr<const Edit>> edits;
    for (const Delta &delta :
         {Delta::lowRank(view.name, drawn({view.rows(), 8}), drawn({8, view.columns()})),
          Delta::ofRows(view.name, first, drawn({rows, view.columns()})),
          Delta::sparse(view.name, at::arange(weights, at::kLong) * (all / weights), drawn({weights})),
          Delta::dense(view.name, drawn(view.shape))})
        edits.push_back(std::make_shared<const Edit>(Edit{{delta}}));
    return edits;
}

/// Times every way in turn, so that all see the machine in the same mood.
class Race {
public:
    Race(const std::shared_ptr<const Model> &model, const std::vector<Query> &queries, int rounds, Monitor &monitor)
        : m_model(model), m_queries(queries), m_rounds(rounds), m_monitor(monitor), m_calibration(model->spec())
    {
        const int layers = model->spec().layers;
        for (const int layer : {0, layers / 4, layers / 2, 3 * layers / 4, layers - 1})
            if (m_layers.empty() || m_layers.back() < layer)
                m_layers.push_back(layer);
        m_times.resize(m_layers.size());
    }

    PreviewBenchResult run()
    {
        readTexts(*m_model, m_queries, {}, m_silent); // warms up
        m_calibration.take();
        prepare();
        for (int round = 0; round < m_rounds; ++round) {
            m_monitor.step(round, m_rounds);
            if (2 * round == m_rounds || 2 * round + 1 == m_rounds)
                m_calibration.take();
            timeRound();
        }
        timeEstimates();
        m_calibration.take();
        return summary();
    }

private:
    void prepare()
    {
        m_monitor.step(0, m_rounds);
        const Stopwatch states;
        m_states = std::make_unique<ProbeStates>(m_model, m_queries, m_silent);
        m_result.statesSeconds = states.seconds();
        const Stopwatch gradients;
        m_gradients = std::make_unique<ProbeGradients>(m_model, m_queries);
        m_gradients->prepare(m_silent);
        m_result.gradientsSeconds = gradients.seconds();
    }

    std::shared_ptr<const Model> changed(const std::string &parameter)
    {
        const ParameterView view = parameterView(*m_model, parameter);
        const auto edit = view.shape.size() > 1
                              ? ofEachForm(view).front()
                              : std::make_shared<const Edit>(Edit{{Delta::dense(parameter, at::ones(view.shape))}});
        return editedAnew(m_model, {m_model, {}}, {{edit, strength}}, m_silent);
    }

    /// Applied and read, one time.
    double exact(const std::string &parameter, std::vector<Readings> *readings = nullptr)
    {
        const Stopwatch stopwatch;
        const std::vector<Readings> read = m_states->read(*changed(parameter), m_silent);
        const double seconds = stopwatch.seconds();
        if (readings)
            *readings = read;
        return seconds;
    }

    static std::string moduleOf(int layer) { return "layers." + std::to_string(layer) + ".mlp.out"; }

    void timeRound()
    {
        const int upper = m_model->spec().layers / 2;
        std::vector<Readings> read;
        for (std::size_t i = 0; i < m_layers.size(); ++i)
            m_times[i].push_back(exact(moduleOf(m_layers[i]), m_layers[i] == upper ? &read : nullptr));
        if (m_model->parameters().count("norm") > 0)
            m_head.push_back(exact("norm"));
        const std::shared_ptr<const Model> other = changed(moduleOf(upper));
        const Stopwatch full;
        const std::vector<Readings> wanted = readTexts(*other, m_queries, {}, m_silent);
        m_full.push_back(full.seconds());
        m_result.difference = std::max(m_result.difference, largestDifference(read, wanted));
    }

    void timeEstimates()
    {
        const ParameterView view = parameterView(*m_model, moduleOf(m_model->spec().layers / 2));
        for (const auto &edit : ofEachForm(view)) {
            std::vector<double> seconds;
            for (int round = 0; round < m_rounds; ++round) {
                const Stopwatch stopwatch;
                m_gradients->slopes(*edit, m_silent);
                seconds.push_back(stopwatch.seconds());
            }
            double &found =
                edit->deltas.front().form == Delta::Form::Dense ? m_result.denseSeconds : m_result.estimateSeconds;
            found = std::max(found, median(seconds));
        }
    }

    PreviewBenchResult summary() const
    {
        PreviewBenchResult result = m_result;
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            result.byLayer.push_back({m_layers[i], median(m_times[i])});
            if (m_layers[i] == m_model->spec().layers / 2)
                result.exactSeconds = result.byLayer.back().seconds;
        }
        result.fullSeconds = median(m_full);
        result.ratio = result.fullSeconds / result.exactSeconds;
        result.headSeconds = m_head.empty() ? 0 : median(m_head);
        result.bend = bendOf(result.byLayer);
        result.rows = m_states->rows();
        result.stateBytes = m_states->bytes();
        result.gradientBytes = m_gradients->bytes();
        result.productRate = m_calibration.rate();
        result.drift = m_calibration.drift();
        result.quiet = m_calibration.isQuiet();
        return result;
    }

    static double bendOf(const std::vector<PreviewBenchResult::ByLayer> &times)
    {
        const auto &first = times.front();
        const auto &last = times.back();
        double most = 0;
        for (const auto &each : times) {
            const double share = last.layer > first.layer ? static_cast<double>(each.layer - first.layer) /
                                                                static_cast<double>(last.layer - first.layer)
                                                          : 0;
            most = std::max(most, std::abs(each.seconds - first.seconds - share * (last.seconds - first.seconds)));
        }
        return most / first.seconds;
    }

    const std::shared_ptr<const Model> m_model;
    const std::vector<Query> &m_queries;
    const int m_rounds;
    Monitor &m_monitor;
    SilentMonitor m_silent;
    Calibration m_calibration;
    std::unique_ptr<ProbeStates> m_states;
    std::unique_ptr<ProbeGradients> m_gradients;
    std::vector<int> m_layers;
    std::vector<std::vector<double>> m_times; ///< by layer
    std::vector<double> m_head;
    std::vector<double> m_full;
    PreviewBenchResult m_result;
};

} // namespace

PreviewBenchShape PreviewBenchShape::gpt2Small()
{
    PreviewBenchShape shape;
    shape.spec = TraceBenchShape::gpt2Small().spec;
    return shape;
}

PreviewBenchShape PreviewBenchShape::quick()
{
    PreviewBenchShape shape;
    shape.spec = TraceBenchShape::quick().spec;
    return shape;
}

std::vector<Query> PreviewBenchShape::queries() const
{
    Draws draws(seed);
    const auto drawn = [&](int count) {
        std::vector<std::int64_t> ids;
        for (int i = 0; i < count; ++i)
            ids.push_back(static_cast<std::int64_t>(draws.below(static_cast<std::uint64_t>(spec.vocabulary))));
        return ids;
    };
    const auto between = [&](int least, int most) {
        return least + static_cast<int>(draws.below(static_cast<std::uint64_t>(most - least + 1)));
    };
    // "The {} went home because": an article that all share, an occupation and the end of a template.
    const std::vector<std::int64_t> article = drawn(1);
    const std::vector<std::int64_t> answers = drawn(2);
    std::vector<Query> queries;
    for (int i = 0; i < prompts; ++i) {
        std::vector<std::int64_t> ids = article;
        for (const std::int64_t id : drawn(between(1, 3) + between(2, 3)))
            ids.push_back(id);
        for (const std::int64_t answer : answers)
            queries.push_back({ids, {{static_cast<int>(ids.size()) - 1, answer}}});
    }
    const std::vector<std::int64_t> text = drawn(tokens + 1);
    Query whole{{text.begin(), text.end() - 1}, {}};
    for (int i = 0; i < tokens; ++i)
        whole.reads.push_back({i, text[static_cast<std::size_t>(i) + 1]});
    queries.push_back(std::move(whole));
    return queries;
}

PreviewBenchResult benchPreview(const std::shared_ptr<const Model> &model, const std::vector<Query> &queries,
                                int rounds, Monitor &monitor)
{
    const at::NoGradGuard noGradients;
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading changes exactly and by estimate"));
    return Race(model, queries, rounds, monitor).run();
}

PreviewBenchResult benchPreview(const PreviewBenchShape &shape, Monitor &monitor)
{
    return benchPreview(randomModel(shape.spec, shape.seed), shape.queries(), shape.rounds, monitor);
}

} // namespace cw
