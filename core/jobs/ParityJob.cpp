// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/ParityJob.h"

#include "core/analysis/CompareLogits.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Placing.h"
#include "core/checkpoint/Safetensors.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/jobs/Threads.h"

#include <ATen/ATen.h>
#include <QDir>
#include <torch/version.h>

namespace cw {
namespace {

constexpr std::int64_t probeTokens = 16;

/// Ids spread over the whole vocabulary, the same for all models of its size.
std::vector<std::int64_t> probeIds(const ModelSpec &spec)
{
    constexpr std::int64_t stride = 7919; // prime
    std::vector<std::int64_t> ids;
    for (std::int64_t i = 0; i < std::min<std::int64_t>(probeTokens, spec.context); ++i)
        ids.push_back((13 + i * stride) % spec.vocabulary);
    return ids;
}

at::Tensor logitsOf(const Model &model, const std::vector<std::int64_t> &ids, Monitor &monitor)
{
    const int layers = model.spec().layers;
    const Hook tick = [&monitor, layers](Point point, const at::Tensor &x) {
        monitor.step(point.layer, layers);
        return x;
    };
    return textLogits(model, ids, tick);
}

} // namespace

/// A text and the logits that it should have.
struct ParityJob::Wanted {
    std::vector<std::int64_t> ids;
    at::Tensor logits; ///< [tokens, vocabulary]
};

ParityJob::ParityJob(const LoadedModel &model, const QString &reference)
    : Job(tr("Check %1").arg(QDir(model.checkpoint->folder()).dirName())), m_model(model), m_reference(reference)
{
}

bool ParityJob::isReference(const LoadedModel &model)
{
    return model.model->placement().device.is_cpu() && model.model->placement().type == at::kFloat;
}

QString ParityJob::library()
{
    return QStringLiteral(TORCH_VERSION);
}

void ParityJob::work(Monitor &monitor)
{
    useThreads(0);
    ParityReport report;
    report.fingerprint = m_model.checkpoint->fingerprint();
    report.device = deviceName(m_model.model->placement());
    report.dtype = typeName(m_model.model->placement());
    report.library = library();
    report.reference = m_reference;
    const Wanted wanted = m_reference.isEmpty() ? computed(monitor) : stored();
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Comparing the logits"));
    report.parity = compareLogits(logitsOf(*m_model.model, wanted.ids, monitor), wanted.logits);
    Q_EMIT compared(report);
}

ParityJob::Wanted ParityJob::stored() const
{
    const auto file = Safetensors::open(m_reference);
    const at::Tensor ids = file->tensor("ids");
    const at::Tensor logits = file->tensor("logits");
    if (ids.dim() != 1 || ids.scalar_type() != at::kLong || logits.dim() != 2 || logits.size(0) != ids.size(0) ||
        !at::isFloatingType(logits.scalar_type()))
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 is no reference: it needs whole numbers \"ids\" [tokens] and "
                                               "\"logits\" [tokens, vocabulary]."),
                    {m_reference.toStdString()});
    const int vocabulary = m_model.checkpoint->spec().vocabulary;
    if (logits.size(1) != vocabulary)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "%1 has %2 logits for each token, but the model's vocabulary is %3: it "
                                               "belongs to another model."),
                    {m_reference.toStdString(), std::to_string(logits.size(1)), std::to_string(vocabulary)});
    const at::Tensor dense = ids.contiguous();
    return {{dense.data_ptr<std::int64_t>(), dense.data_ptr<std::int64_t>() + dense.numel()}, logits};
}

ParityJob::Wanted ParityJob::computed(Monitor &monitor) const
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Computing on the CPU in fp32"));
    Placement exact;
    exact.budget = 0; // each layer is needed once
    const auto model = m_model.checkpoint->model(exact);
    const std::vector<std::int64_t> ids = probeIds(model->spec());
    return {ids, logitsOf(*model, ids, monitor)};
}

} // namespace cw
