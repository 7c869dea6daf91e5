// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bench/MeasureBench.h"

#include "core/bench/Calibration.h"
#include "core/bench/RandomModel.h"
#include "core/bench/Stopwatch.h"
#include "core/bench/TraceBench.h"
#include "core/data/Draws.h"
#include "core/engine/Error.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/engine/ReadTexts.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace cw {
namespace {

constexpr int endings = 4;

/// A length in tokens that a share of a set's texts does not exceed.
struct Quantile {
    double share;
    double length;
};

/// The lengths of HellaSwag's contexts and of the tokens that its endings add to them, by GPT-2's tokenizer: measured
/// on the first 3,000 items of the validation file (means 29.1 and 13.8), prepared as the measure does. Those come from
/// captions of films; the later ones, from WikiHow, have longer contexts, which packing shares with more gain.
using Lengths = std::array<Quantile, 10>;
constexpr Lengths contextLengths{
    {{0, 12}, {0.05, 15}, {0.1, 17}, {0.25, 23}, {0.5, 29}, {0.75, 35}, {0.9, 41}, {0.95, 45}, {0.99, 53}, {1, 81}}};
constexpr Lengths endingLengths{
    {{0, 2}, {0.05, 6}, {0.1, 7}, {0.25, 9}, {0.5, 12}, {0.75, 17}, {0.9, 22}, {0.95, 27}, {0.99, 38}, {1, 76}}};

int drawnLength(const Lengths &lengths, Draws &draws)
{
    const double share = draws.unit();
    std::size_t above = 1;
    while (lengths[above].share <= share)
        ++above;
    const Quantile &low = lengths[above - 1];
    const Quantile &high = lengths[above];
    const double part = (share - low.share) / (high.share - low.share);
    return static_cast<int>(std::lround(low.length + part * (high.length - low.length)));
}

/// The queries of one item: each reads its ending behind the context that all of them share.
std::vector<Query> drawnItem(const ModelSpec &spec, Draws &draws)
{
    const auto drawnIds = [&](int count) {
        std::vector<std::int64_t> ids;
        for (int i = 0; i < count; ++i)
            ids.push_back(static_cast<std::int64_t>(draws.below(static_cast<std::uint64_t>(spec.vocabulary))));
        return ids;
    };
    const std::vector<std::int64_t> context = drawnIds(drawnLength(contextLengths, draws));
    std::vector<Query> item;
    for (int i = 0; i < endings; ++i) {
        const std::vector<std::int64_t> ending = drawnIds(drawnLength(endingLengths, draws));
        Query query;
        query.ids = context;
        query.ids.insert(query.ids.end(), ending.begin(), ending.end() - 1);
        int row = static_cast<int>(context.size()) - 1;
        for (const std::int64_t id : ending)
            query.reads.push_back({row++, id});
        item.push_back(std::move(query));
    }
    return item;
}

std::int64_t tokensOf(const std::vector<Query> &item)
{
    std::int64_t sum = 0;
    for (const Query &query : item)
        sum += static_cast<std::int64_t>(query.ids.size());
    return sum;
}

/// A full pass and logits at every position, as a loop over sequences makes them.
Readings readAlone(const Model &model, const Query &query)
{
    const at::Tensor all = textLogits(model, query.ids);
    Readings answers;
    for (const Query::Read &read : query.reads) {
        const at::Tensor row = all[read.row].to(at::kFloat);
        const at::Tensor value = row[read.id];
        answers.push_back({(value - row.logsumexp(-1)).item<double>(), (value >= row.max()).item<bool>()});
    }
    return answers;
}

double largestDifference(const Readings &a, const Readings &b)
{
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, std::abs(a[i].logProbability - b[i].logProbability));
    return largest;
}

/// Reads parts packed and the sample's items alone in turn, so that all see the machine in the same mood.
class Race {
public:
    Race(const MeasureBenchShape &shape, Monitor &monitor)
        : m_shape(shape), m_monitor(monitor), m_model(randomModel(shape.spec, shape.seed)), m_calibration(shape.spec)
    {
        Draws draws(shape.seed);
        for (int i = 0; i < shape.items; ++i)
            m_items.push_back(drawnItem(shape.spec, draws));
        chooseSample(draws);
    }

    MeasureBenchResult run()
    {
        readTexts(*m_model, m_items.front(), {}, m_silent); // warms up
        readAlone(*m_model, m_items.front().front());
        m_calibration.take();
        const std::size_t part = static_cast<std::size_t>(m_shape.partItems);
        bool isHalfDone = false;
        for (std::size_t begin = 0; begin < m_items.size(); begin += part) {
            const std::size_t end = std::min(begin + part, m_items.size());
            readPart(begin, end);
            if (!isHalfDone && 2 * end >= m_items.size()) {
                m_calibration.take();
                isHalfDone = true;
            }
            m_done = static_cast<std::int64_t>(end);
        }
        m_calibration.take();
        return summary();
    }

private:
    /// One of every few items that are about as long: a sample of the set's own mean length.
    void chooseSample(Draws &draws)
    {
        std::vector<std::size_t> order(m_items.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [this](std::size_t a, std::size_t b) { return tokensOf(m_items[a]) < tokensOf(m_items[b]); });
        m_isSampled.assign(m_items.size(), false);
        const auto every = static_cast<std::size_t>(m_shape.aloneEvery);
        for (std::size_t begin = 0; begin < order.size(); begin += every)
            m_isSampled[order[begin + draws.below(std::min(every, order.size() - begin))]] = true;
    }

    void readPart(std::size_t begin, std::size_t end)
    {
        std::vector<Query> queries;
        for (std::size_t i = begin; i < end; ++i)
            queries.insert(queries.end(), m_items[i].begin(), m_items[i].end());
        m_result.packedRows += packedRows(*m_model, queries, {});
        const Stopwatch stopwatch;
        const std::vector<Readings> packed = readTexts(*m_model, queries, {}, m_silent);
        m_result.packedSeconds += stopwatch.seconds();
        for (std::size_t i = begin; i < end; ++i)
            for (std::size_t ending = 0; m_isSampled[i] && ending < m_items[i].size(); ++ending)
                compare(m_items[i][ending], packed[(i - begin) * m_items[i].size() + ending]);
    }

    /// Times a query both ways, one at a time.
    void compare(const Query &query, const Readings &packed)
    {
        m_monitor.step(m_done, m_shape.items);
        const Stopwatch alone;
        const Readings all = readAlone(*m_model, query);
        m_result.aloneSeconds += alone.seconds();
        const Stopwatch aloneReads;
        const Readings some = readTexts(*m_model, {query}, {}, m_silent).front();
        m_result.aloneReadsSeconds += aloneReads.seconds();
        m_result.difference =
            std::max({m_result.difference, largestDifference(packed, all), largestDifference(some, all)});
    }

    MeasureBenchResult summary() const
    {
        MeasureBenchResult result = m_result;
        const auto sampled = static_cast<double>(std::count(m_isSampled.begin(), m_isSampled.end(), true));
        const double times = static_cast<double>(m_items.size()) / sampled;
        result.aloneSeconds *= times;
        result.aloneReadsSeconds *= times;
        result.ratio = result.aloneSeconds / result.packedSeconds;
        result.aloneReadsRatio = result.aloneReadsSeconds / result.packedSeconds;
        for (const std::vector<Query> &item : m_items)
            result.tokens += tokensOf(item);
        result.productRate = m_calibration.rate();
        result.drift = m_calibration.drift();
        result.quiet = m_calibration.isQuiet();
        return result;
    }

    const MeasureBenchShape &m_shape;
    Monitor &m_monitor;
    SilentMonitor m_silent;
    std::shared_ptr<const Model> m_model;
    Calibration m_calibration;
    std::vector<std::vector<Query>> m_items;
    std::vector<bool> m_isSampled;
    std::int64_t m_done = 0; ///< items
    MeasureBenchResult m_result;
};

} // namespace

MeasureBenchShape MeasureBenchShape::gpt2Small()
{
    MeasureBenchShape shape;
    shape.spec = TraceBenchShape::gpt2Small().spec;
    return shape;
}

MeasureBenchShape MeasureBenchShape::quick()
{
    MeasureBenchShape shape;
    shape.spec = TraceBenchShape::quick().spec;
    shape.items = 48;
    return shape;
}

MeasureBenchResult benchMeasure(const MeasureBenchShape &shape, Monitor &monitor)
{
    const at::NoGradGuard noGradients;
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading both ways"));
    return Race(shape, monitor).run();
}

} // namespace cw
