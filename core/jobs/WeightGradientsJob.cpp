// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/WeightGradientsJob.h"

#include "core/analysis/WeightGradients.h"
#include "core/engine/Monitor.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/MgPrompts.h"
#include "core/jobs/Threads.h"

namespace cw {

WeightGradientsJob::WeightGradientsJob(const GradientSettings &settings, const LoadedModel &model)
    : WeightPartsJob(tr("Gradients of all rows and neurons"), gradientsJob, settings.measured(), model),
      m_asked(settings)
{
}

void WeightGradientsJob::work(Monitor &monitor)
{
    useThreads(0);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading the data"));
    const MgPrompts prompts = mgPrompts(model(), m_asked, monitor);
    const QVector<WeightPart> parts = weightParts(model());
    weightGradients(
        *model().model, prompts.locating().prompts,
        [this, &parts](const ModuleGradients &found) {
            const QString module = QString::fromStdString(found.module);
            for (int part = 0; part < static_cast<int>(parts.size()); ++part) {
                const bool isNeurons = parts[part].kind == WeightPart::Kind::Neurons;
                if (module == parts[part].name + (isNeurons ? QStringLiteral(".mlp.out") : QString()))
                    Q_EMIT measured({part, isNeurons ? found.columns : found.rows});
            }
        },
        monitor);
}

} // namespace cw
