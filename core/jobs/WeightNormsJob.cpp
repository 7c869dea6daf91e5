// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/WeightNormsJob.h"

#include "core/analysis/WeightNorms.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/engine/ParameterRows.h"
#include "core/engine/PartMonitor.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/Threads.h"

namespace cw {

namespace {

constexpr std::int64_t partSteps = 100; ///< of a part in the progress

} // namespace

WeightNormsJob::WeightNormsJob(const LoadedModel &model)
    : WeightPartsJob(tr("Norms of all rows and neurons"), normsJob, {}, model)
{
}

void WeightNormsJob::work(Monitor &monitor)
{
    useThreads(0);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Measuring norms"));
    const QVector<WeightPart> parts = weightParts(model());
    for (int i = 0; i < static_cast<int>(parts.size()); ++i) {
        const WeightPart &part = parts[i];
        PartMonitor within(monitor, i * partSteps, partSteps, parts.size() * partSteps);
        const bool isNeurons = part.kind == WeightPart::Kind::Neurons;
        const std::string module = part.name.toStdString() + (isNeurons ? ".mlp.out" : "");
        const Model &weights = *model().model;
        const ParameterView view = parameterView(weights, module);
        Q_EMIT measured({i, isNeurons ? columnNorms(weights, view, within) : rowNorms(weights, view, within)});
    }
}

} // namespace cw
