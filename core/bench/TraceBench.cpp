// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bench/TraceBench.h"

#include "core/analysis/CausalTrace.h"
#include "core/analysis/TraceCost.h"
#include "core/analysis/TraceLoop.h"
#include "core/bench/Calibration.h"
#include "core/bench/RandomModel.h"
#include "core/bench/Stopwatch.h"
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>
#include <cmath>
#include <random>

namespace cw {
namespace {

TraceInput inputOf(const TraceBenchShape &shape)
{
    std::mt19937 random(shape.seed);
    TraceInput input;
    for (int i = 0; i < shape.tokens; ++i)
        input.ids.push_back(static_cast<std::int64_t>(random() % static_cast<std::uint32_t>(shape.spec.vocabulary)));
    input.subjectBegin = shape.subjectBegin;
    input.subjectEnd = shape.subjectEnd;
    input.targets = {{1}, {2}};
    input.window = shape.window;
    input.samples = shape.samples;
    input.sigma = 0.15;
    input.seed = shape.seed;
    return input;
}

struct Cell {
    int kind = 0;
    int token = 0;
    int layer = 0;
};

/// The cells the loop is timed on, kinds in turn.
std::vector<Cell> sampledCells(const TraceBenchShape &shape, int kinds)
{
    std::mt19937 random(shape.seed + 1);
    std::vector<Cell> cells;
    for (int i = 0; i < shape.loopCells; ++i)
        for (int kind = 0; kind < kinds; ++kind)
            cells.push_back({kind, static_cast<int>(random() % static_cast<std::uint32_t>(shape.tokens)),
                             static_cast<int>(random() % static_cast<std::uint32_t>(shape.spec.layers))});
    return cells;
}

/// Runs the exact parts and the loop's cells in turn, so that both see the machine in the same mood.
class Race {
public:
    Race(const TraceBenchShape &shape, Monitor &monitor)
        : m_shape(shape), m_monitor(monitor), m_model(randomModel(shape.spec, shape.seed)), m_input(inputOf(shape)),
          m_trace(m_model, m_input), m_cells(sampledCells(shape, static_cast<int>(m_input.kinds.size())))
    {
    }

    TraceBenchResult run()
    {
        warmUp();
        Calibration calibration(m_shape.spec);
        calibration.take();
        const std::vector<TracePart> parts = startExact();
        for (std::size_t i = 0; i < parts.size(); ++i) {
            runExact(parts[i]);
            runLoop(m_cells.size() * i / parts.size(), m_cells.size() * (i + 1) / parts.size());
            if (i == parts.size() / 2)
                calibration.take();
            m_monitor.step(static_cast<std::int64_t>(i) + 1, static_cast<std::int64_t>(parts.size()));
        }
        calibration.take();
        return summary(calibration);
    }

private:
    void warmUp()
    {
        SilentMonitor silent;
        const TraceRuns runs = recordRuns(*m_model, m_input, traceTexts(m_input)[0], silent);
        loopCell(*m_model, m_input, runs, {0, 1, 0, m_shape.samples}, TraceKind::State, 0, 0);
        m_runs = runs;
    }

    std::vector<TracePart> startExact()
    {
        m_result.prepare(m_input, m_shape.spec.layers);
        SilentMonitor silent;
        const Stopwatch stopwatch;
        m_result.base = m_trace.base(silent);
        m_exactSeconds = stopwatch.seconds();
        return m_trace.plan(m_result);
    }

    void runExact(const TracePart &part)
    {
        SilentMonitor silent;
        const Stopwatch stopwatch;
        m_result.insert(m_trace.run(part, silent));
        m_exactSeconds += stopwatch.seconds();
    }

    void runLoop(std::size_t first, std::size_t last)
    {
        const TracePart all{0, m_shape.tokens, 0, m_shape.samples};
        for (std::size_t i = first; i < last; ++i) {
            m_monitor.step(0, 1);
            const Cell &cell = m_cells[i];
            const TraceKind kind = m_input.kinds[static_cast<std::size_t>(cell.kind)];
            const Stopwatch stopwatch;
            m_loopValues.push_back(loopCell(*m_model, m_input, m_runs, all, kind, cell.token, cell.layer));
            m_loopSeconds.push_back(stopwatch.seconds());
            if (i % 3 != 0)
                continue;
            const Stopwatch tail;
            loopCell(*m_model, m_input, m_runs, all, kind, cell.token, cell.layer, LogitsAt::Tail);
            m_tailSeconds.push_back(tail.seconds());
        }
    }

    double largestDifference() const
    {
        double largest = 0;
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            const Cell &cell = m_cells[i];
            for (int target = 0; target < 2; ++target)
                for (int sample = 0; sample < m_shape.samples; ++sample) {
                    const double exact = static_cast<double>(m_result.probabilities[static_cast<std::size_t>(
                        cell.kind)][m_result.index(target, sample, cell.token, cell.layer)]);
                    const double loop =
                        m_loopValues[i][static_cast<std::size_t>(target)][static_cast<std::size_t>(sample)];
                    largest = std::max(largest, std::abs(exact - loop));
                }
        }
        return largest;
    }

    TraceBenchResult summary(const Calibration &calibration) const
    {
        const double cells = static_cast<double>(m_input.kinds.size()) * m_shape.tokens * m_shape.spec.layers;
        TraceBenchResult result;
        result.exactSeconds = m_exactSeconds;
        result.loopSeconds = median(m_loopSeconds) * cells;
        result.lastPositionSeconds = median(m_tailSeconds) * cells;
        result.ratio = result.loopSeconds / result.exactSeconds;
        result.lastPositionRatio = result.lastPositionSeconds / result.exactSeconds;
        result.difference = largestDifference();
        result.exactFlop = sweepFlop(m_shape.spec, m_input);
        result.loopFlop = loopFlop(m_shape.spec, m_input);
        result.exactRate = result.exactFlop / result.exactSeconds;
        result.loopRate = result.loopFlop / result.loopSeconds;
        result.productRate = calibration.rate();
        result.drift = calibration.drift();
        result.quiet = calibration.isQuiet();
        return result;
    }

    const TraceBenchShape &m_shape;
    Monitor &m_monitor;
    std::shared_ptr<const Model> m_model;
    TraceInput m_input;
    CausalTrace m_trace;
    TraceRuns m_runs;
    std::vector<Cell> m_cells;
    TraceResult m_result;
    double m_exactSeconds = 0;
    std::vector<double> m_loopSeconds;
    std::vector<double> m_tailSeconds;
    std::vector<std::vector<std::vector<double>>> m_loopValues;
};

} // namespace

TraceBenchShape TraceBenchShape::gpt2Small()
{
    TraceBenchShape shape;
    shape.spec.family = "gpt2";
    shape.spec.layers = 12;
    shape.spec.width = 768;
    shape.spec.heads = 12;
    shape.spec.kvHeads = 12;
    shape.spec.headWidth = 64;
    shape.spec.hidden = 3072;
    shape.spec.vocabulary = 50257;
    shape.spec.context = 1024;
    shape.spec.qkv = QkvLayout::Fused;
    shape.spec.tiedHead = true;
    return shape;
}

TraceBenchShape TraceBenchShape::quick()
{
    TraceBenchShape shape = gpt2Small();
    shape.spec.layers = 3;
    shape.spec.vocabulary = 12565;
    shape.window = 2;
    shape.loopCells = 6;
    return shape;
}

TraceBenchResult benchTrace(const TraceBenchShape &shape, Monitor &monitor)
{
    const at::NoGradGuard noGradients;
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Tracing both ways"));
    return Race(shape, monitor).run();
}

} // namespace cw
