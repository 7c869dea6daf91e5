// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/CorpusMoments.h"

#include "core/analysis/SecondMoment.h"
#include "core/engine/Error.h"
#include "core/engine/Model.h"
#include "core/engine/PartMonitor.h"

namespace cw {
namespace {

constexpr std::size_t textsAtOnce = 32;

} // namespace

Moments corpusMoments(const Model &model, const std::vector<int> &layers,
                      const std::vector<std::vector<std::int64_t>> &corpus, Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading what should stay"));
    Moments moments;
    const auto parts = static_cast<std::int64_t>((corpus.size() + textsAtOnce - 1) / textsAtOnce);
    const std::int64_t total = parts * static_cast<std::int64_t>(layers.size());
    std::int64_t done = 0;
    for (const int layer : layers) {
        SecondMoment moment(layer, model.spec().hidden);
        for (std::size_t begin = 0; begin < corpus.size(); begin += textsAtOnce) {
            const std::size_t end = std::min(corpus.size(), begin + textsAtOnce);
            PartMonitor within(monitor, done++, 1, total);
            moment.add(model,
                       {corpus.begin() + static_cast<std::ptrdiff_t>(begin),
                        corpus.begin() + static_cast<std::ptrdiff_t>(end)},
                       within);
        }
        moments[layer] = moment.mean();
    }
    return moments;
}

} // namespace cw
