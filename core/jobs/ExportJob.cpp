// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/ExportJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/CheckpointExport.h"
#include "core/data/WholeFolder.h"
#include "core/engine/Forward.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/jobs/ModelCard.h"
#include "core/jobs/Threads.h"

#include <ATen/ATen.h>
#include <QDir>

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

} // namespace

ExportJob::ExportJob(const ExportOrder &order)
    : Job(tr("Export to %1").arg(QDir(order.folder).dirName()), Lane::Batch, JobStatus::Unit::Bytes), m_order(order)
{
}

void ExportJob::work(Monitor &monitor)
{
    useThreads(0);
    const Checkpoint &source = *m_order.base.checkpoint;
    const StoredTensors changed = source.changedTensors(*m_order.model);
    const CheckpointExport copy(m_order.base.checkpoint, changed);
    copy.requireRoom(m_order.folder);
    WholeFolder beside(m_order.folder);
    copy.write(beside.path(), monitor);
    addToCard(QDir(beside.path()).filePath(QStringLiteral("README.md")), m_order.card);
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

void ExportJob::verify(const QString &folder, ExportReport &report, Monitor &monitor) const
{
    const auto written = Checkpoint::open(folder);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading it back"));
    // Throws where a number is none, too.
    const bool isSame = written->hash(monitor) == report.hash;
    const std::vector<std::int64_t> ids = probeIds(written->spec());
    report.comparedTokens = static_cast<int>(ids.size());
    const at::Tensor shown = textLogits(*m_order.model, ids);
    const at::Tensor read = textLogits(*written->model(m_order.model->placement()), ids);
    report.largestDifference = (shown - read).abs().max().item<double>();
    if (!isSame || report.largestDifference != 0)
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error", "What was written to %1 reads back different from what was to be "
                                               "written; nothing is left there. Check the disk."),
                    {m_order.folder.toStdString()});
}

} // namespace cw
