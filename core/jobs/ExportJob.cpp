// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/ExportJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/CheckpointExport.h"
#include "core/data/WholeFolder.h"
#include "core/engine/Forward.h"
#include "core/engine/Model.h"
#include "core/engine/PartMonitor.h"
#include "core/engine/ReadTexts.h"
#include "core/jobs/ModelCard.h"
#include "core/jobs/ProbedEdit.h"
#include "core/jobs/Threads.h"

#include <ATen/ATen.h>
#include <QDir>
#include <algorithm>

namespace cw {
namespace {

constexpr int probeTokens = 32;

/// Tokens from all over the vocabulary: both models must give the same numbers for any text.
std::vector<std::int64_t> probeIds(const ModelSpec &spec)
{
    constexpr std::int64_t stride = 7919; // a prime, so that no token comes twice too soon
    std::vector<std::int64_t> ids;
    for (std::int64_t i = 0; i < std::min(probeTokens, spec.context); ++i)
        ids.push_back(i * stride % spec.vocabulary);
    return ids;
}

/// The same bits at another place of the memory are summed in another order.
double rounding(const Model &model)
{
    return model.placement().type == at::kFloat ? 1e-3 : 0.05;
}

/// What is read is scored in tokens, while the job counts bytes: it shows that it works, not how far it is.
PartMonitor uncounted(Monitor &monitor)
{
    return {monitor, 0, 0, 0};
}

} // namespace

ExportJob::ExportJob(const ExportOrder &order)
    : Job(tr("Export to %1").arg(QDir(order.folder).dirName()), Lane::Batch, JobStatus::Unit::Bytes), m_order(order)
{
}

void ExportJob::work(Monitor &monitor)
{
    useThreads(0);
    const MadeEdit &edit = m_order.edit;
    const Checkpoint &source = *edit.base.checkpoint;
    if (!QDir(source.folder()).exists())
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error", "%1 is no longer there, and an export copies its other files: put the "
                                               "folder back, or export the edit as a patch."),
                    {source.folder().toStdString()});
    const StoredTensors changed = source.changedTensors(*edit.model);
    const CheckpointExport copy(edit.base.checkpoint, changed);
    copy.requireRoom(m_order.folder);
    score(monitor);
    WholeFolder beside(m_order.folder);
    copy.write(beside.path(), monitor);
    addToCard(QDir(beside.path()).filePath(QStringLiteral("README.md")), cardSection(edit, m_probed));
    ExportReport report;
    report.folder = m_order.folder;
    report.leftOut = copy.leftOut();
    for (const auto &tensor : changed)
        report.changed << QString::fromStdString(tensor.first);
    report.hash = source.hash(changed, monitor);
    verify(beside.path(), report, monitor);
    beside.keep();
    Q_EMIT exported(report);
}

/// A model that cannot be asked is exported all the same.
void ExportJob::score(Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Scoring before and after"));
    PartMonitor part = uncounted(monitor);
    m_probed = attempt([&] { return probed(m_order.edit.base, *m_order.edit.model, m_order.probes, part); });
    if (!m_probed && m_probed.error().kind() == Error::Kind::Cancelled)
        throw Error(m_probed.error());
}

void ExportJob::verify(const QString &folder, ExportReport &report, Monitor &monitor) const
{
    const auto written = Checkpoint::open(folder);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading it back"));
    // Throws where a number is none, too.
    const bool isSame = written->hash(monitor) == report.hash;
    const auto read = written->model(m_order.edit.model->placement());
    report.comparedTokens = std::min(probeTokens, written->spec().context);
    report.largestDifference = largestDifference(*read, monitor);
    if (m_probed) {
        report.before = m_probed->before;
        report.after = m_probed->after;
        for (const Query &query : m_probed->set.queries)
            report.comparedTokens += static_cast<int>(query.reads.size());
    }
    if (!isSame || !(report.largestDifference <= rounding(*read)))
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error", "What was written to %1 reads back different from what was to be "
                                               "written; nothing is left there. Check the disk."),
                    {m_order.folder.toStdString()});
}

/// Of the logits of tokens from all over the vocabulary, and of what the probe set asks.
double ExportJob::largestDifference(const Model &read, Monitor &monitor) const
{
    const std::vector<std::int64_t> ids = probeIds(read.spec());
    const at::Tensor shown = textLogits(*m_order.edit.model, ids);
    const double difference = (shown - textLogits(read, ids)).abs().max().item<double>();
    if (!m_probed)
        return difference;
    PartMonitor part = uncounted(monitor);
    return std::max(difference,
                    cw::largestDifference(m_probed->readings, readTexts(read, m_probed->set.queries, {}, part)));
}

} // namespace cw
