// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/WeightNormsJob.h"

#include "core/analysis/WeightNorms.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/engine/ParameterRows.h"
#include "core/engine/PartMonitor.h"
#include "core/jobs/Threads.h"

#include <cmath>
#include <numeric>

namespace cw {

namespace {

constexpr std::int64_t partSteps = 100; ///< of a part in the progress

} // namespace

WeightNormsJob::WeightNormsJob(const LoadedModel &model) : Job(tr("Norms of all rows and neurons")), m_model(model) {}

void WeightNormsJob::work(Monitor &monitor)
{
    useThreads(0);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Measuring norms"));
    const QVector<WeightPart> parts = weightParts(m_model);
    for (int i = 0; i < static_cast<int>(parts.size()); ++i) {
        const WeightPart &part = parts[i];
        PartMonitor within(monitor, i * partSteps, partSteps, parts.size() * partSteps);
        const bool isNeurons = part.kind == WeightPart::Kind::Neurons;
        const std::string module = part.name.toStdString() + (isNeurons ? ".mlp.out" : "");
        const ParameterView view = parameterView(*m_model.model, module);
        PartNorms result;
        result.part = i;
        result.norms = isNeurons ? columnNorms(*m_model.model, view, within) : rowNorms(*m_model.model, view, within);
        result.norm =
            std::sqrt(std::inner_product(result.norms.begin(), result.norms.end(), result.norms.begin(), 0.0));
        Q_EMIT measured(result);
    }
}

} // namespace cw
