// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/CausalTrace.h"

#include "core/analysis/TraceLoop.h"
#include "core/analysis/TraceMemory.h"
#include "core/analysis/TraceParts.h"
#include "core/analysis/TraceSweep.h"
#include "core/engine/Error.h"
#include "core/engine/Finite.h"
#include "core/engine/Forward.h"
#include "core/engine/FreeMemory.h"
#include "core/engine/Monitor.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>
#include <c10/core/GradMode.h>
#include <cmath>

namespace cw {
namespace {

void checkMask(const ModelSpec &spec, const TraceInput &input)
{
    const int tokens = static_cast<int>(input.ids.size());
    if (spec.masked != input.isMasked() || input.readAt >= tokens)
        throw Error(Error::Kind::Input, spec.masked
                                            ? QT_TRANSLATE_NOOP("Error", "A masked model is traced at a mask: put the "
                                                                         "mask token into the prompt.")
                                            : QT_TRANSLATE_NOOP("Error", "Only a masked model is traced at a mask."));
    if (input.readAt >= input.subjectBegin && input.readAt < input.subjectEnd)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The mask is part of the subject: mark another subject."));
    for (const std::vector<std::int64_t> &pieces : input.targets)
        if (input.isMasked() && pieces.size() != 1)
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "A mask stands for one token, but a target has "
                                                   "%1: choose targets of one token each."),
                        {std::to_string(pieces.size())});
}

void check(const ModelSpec &spec, const TraceInput &input)
{
    const int tokens = static_cast<int>(input.ids.size());
    if (tokens == 0)
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The prompt is empty: type a sentence to trace."));
    if (input.subjectBegin < 0 || input.subjectBegin >= input.subjectEnd || input.subjectEnd > tokens)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The subject's tokens %1 to %2 are not in the prompt of %3 tokens."),
                    {std::to_string(input.subjectBegin), std::to_string(input.subjectEnd), std::to_string(tokens)});
    if (input.targets.empty() || input.targets.size() > 2)
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "A trace compares one or two targets, not %1."),
                    {std::to_string(input.targets.size())});
    for (const std::vector<std::int64_t> &pieces : input.targets)
        if (pieces.empty())
            throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "A target is empty: give at least one token."));
    checkMask(spec, input);
    if (input.window < 1 || input.window > spec.layers)
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The window must be 1 to %1 layers, not %2."),
                    {std::to_string(spec.layers), std::to_string(input.window)});
    if (input.samples < 1)
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "A trace needs at least one noise sample, not %1."),
                    {std::to_string(input.samples)});
    if (!(input.sigma >= 0) || std::isinf(input.sigma))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The size of the noise must be a number of 0 or more."));
}

double largestDifference(const std::vector<double> &a, const std::vector<double> &b)
{
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, std::isnan(a[i]) || std::isnan(b[i]) ? INFINITY : std::abs(a[i] - b[i]));
    return largest;
}

/// The corrupted rows with every position of the first block's output replaced by the clean one, through all layers.
double restoreAllDifference(const Model &model, const TraceInput &input, const TraceRuns &runs,
                            const std::vector<std::vector<double>> &clean)
{
    const Hook restore = [&runs](Point point, const at::Tensor &x) {
        return point.site == Site::State && point.layer == 0 ? runs.clean[0].state.expand_as(x) : x;
    };
    const at::Tensor x = forward(model, runs.corruptedInput.narrow(0, 0, input.samples), restore);
    const auto read = readOut(model, input, runs.text, readRows(runs.text, x));
    double largest = 0;
    for (std::size_t i = 0; i < read.size(); ++i)
        largest = std::max(largest, largestDifference(read[i], std::vector<double>(read[i].size(), clean[i][0])));
    return largest;
}

double restoreNothingDifference(const Model &model, const TraceInput &input, const TraceRuns &runs)
{
    const Hook nothing = [](Point, const at::Tensor &value) { return value; };
    const at::Tensor x = forward(model, runs.corruptedInput.narrow(0, 0, input.samples), nothing);
    const auto read = readOut(model, input, runs.text, readRows(runs.text, x));
    double largest = 0;
    for (std::size_t i = 0; i < read.size(); ++i)
        largest = std::max(largest, largestDifference(read[i], runs.low[i]));
    return largest;
}

double beforeSubjectDifference(const Model &model, const TraceInput &input, const TraceRuns &runs)
{
    if (input.subjectBegin == 0 || input.isMasked())
        return 0;
    const auto cell = loopCell(model, input, runs, {0, 1, 0, input.samples}, TraceKind::State, input.subjectBegin - 1,
                               model.spec().layers / 2);
    double largest = 0;
    for (std::size_t i = 0; i < cell.size(); ++i)
        largest = std::max(largest, largestDifference(cell[i], runs.low[i]));
    return largest;
}

/// The self-checks look at the first samples only: two tell as much as ten at a fifth of the cost.
TraceInput checkedShare(TraceInput input)
{
    input.samples = std::min(input.samples, 2);
    return input;
}

} // namespace

CausalTrace::CausalTrace(std::shared_ptr<const Model> model, TraceInput input)
    : m_model(std::move(model)), m_input(std::move(input))
{
    check(m_model->spec(), m_input);
}

CausalTrace::~CausalTrace() = default;

TraceBase CausalTrace::base(Monitor &monitor)
{
    const at::NoGradGuard noGradients;
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Clean and corrupted runs"));
    TraceBase base;
    base.high.resize(m_input.targets.size());
    base.low.resize(m_input.targets.size());
    m_runs.clear();
    for (const TraceText &text : traceTexts(m_input)) {
        m_runs.push_back(recordRuns(*m_model, m_input, text, monitor));
        const TraceRuns &runs = m_runs.back();
        const TraceInput checked = checkedShare(m_input);
        m_secondsPerRow = runs.secondsPerRow;
        requireFinite(*m_model, runs.clean.back().state);
        const at::Tensor clean = readRows(text, runs.clean.back().state.unsqueeze(0));
        const auto high = readOut(*m_model, m_input, text, clean);
        for (std::size_t i = 0; i < text.targets.size(); ++i) {
            const auto target = static_cast<std::size_t>(text.targets[i]);
            base.high[target] = high[i][0];
            base.low[target] = runs.low[i];
        }
        monitor.stage(QT_TRANSLATE_NOOP("Stage", "Self-checks"));
        monitor.step(0, 3);
        base.restoreAllError = std::max(base.restoreAllError, restoreAllDifference(*m_model, checked, runs, high));
        monitor.step(1, 3);
        base.restoreNothingError =
            std::max(base.restoreNothingError, restoreNothingDifference(*m_model, checked, runs));
        monitor.step(2, 3);
        base.beforeSubjectError = std::max(base.beforeSubjectError, beforeSubjectDifference(*m_model, checked, runs));
        monitor.step(3, 3);
    }
    return base;
}

std::vector<TracePart> CausalTrace::plan(const TraceResult &done) const
{
    // Half of what is free: the other half is for logits and for what else runs.
    const std::int64_t room = freeMemoryOf(m_model->placement().device) / 2;
    return missingParts(m_input, m_model->spec().layers, done, m_secondsPerRow, rowsFitting(*m_model, m_input, room));
}

TraceBlock CausalTrace::run(const TracePart &part, Monitor &monitor) const
{
    const at::NoGradGuard noGradients;
    const int layers = m_model->spec().layers;
    TraceResult shape;
    TraceInput share = m_input;
    share.samples = part.sampleEnd - part.sampleBegin;
    share.ids.resize(static_cast<std::size_t>(part.tokenEnd - part.tokenBegin));
    shape.prepare(share, layers);
    for (const TraceRuns &runs : m_runs) {
        const auto put = [&](int kind, int token, int layer, const std::vector<std::vector<double>> &probabilities) {
            for (std::size_t i = 0; i < runs.text.targets.size(); ++i)
                for (int sample = 0; sample < shape.samples; ++sample)
                    shape.probabilities[static_cast<std::size_t>(kind)]
                                       [shape.index(runs.text.targets[i], sample, token - part.tokenBegin, layer)] =
                        static_cast<float>(probabilities[i][static_cast<std::size_t>(sample)]);
        };
        if (m_input.method == TraceMethod::Exact)
            TraceSweep(*m_model, m_input, runs, part).run(monitor, put);
        else
            loopPart(*m_model, m_input, runs, part, monitor, put);
    }
    return {part, shape.probabilities};
}

} // namespace cw
