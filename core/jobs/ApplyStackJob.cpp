// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/ApplyStackJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Edit.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/jobs/Threads.h"

#include <ATen/ATen.h>
#include <algorithm>

namespace cw {

namespace {

ActiveEdits activeOn(const QString &base, const QVector<EnabledEdit> &edits)
{
    ActiveEdits own;
    for (const EnabledEdit &edit : edits)
        if (edit.base == base)
            own.push_back({edit.edit, edit.part.alpha});
    return own;
}

/// Whether something was to change and nothing did.
bool isLost(const Model &base, const Model &model, const ActiveEdits &edits)
{
    const Parameters &old = base.parameters();
    const Parameters &changed = model.parameters();
    const bool isSame = std::all_of(changed.begin(), changed.end(), [&old](const auto &parameter) {
        const at::Tensor &before = old.at(parameter.first);
        return parameter.second.is_same(before) || at::equal(parameter.second, before);
    });
    const std::vector<MergedDelta> asked = isSame ? merged(base, edits) : std::vector<MergedDelta>();
    return std::any_of(asked.begin(), asked.end(),
                       [](const MergedDelta &delta) { return delta.sum(delta.rows).ne(0).any().item<bool>(); });
}

} // namespace

ApplyStackJob::ApplyStackJob(const LoadedModel &base, const QVector<EnabledEdit> &edits, const Earlier &earlier)
    : Job(tr("Apply the edits"), Lane::Interactive), m_base(base), m_edits(edits), m_earlier(earlier)
{
    beSilent();
}

void ApplyStackJob::work(Monitor &monitor)
{
    useThreads(0);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading the model's hash"));
    const QString hash = m_base.checkpoint->hash(monitor);
    const ActiveEdits own = activeOn(hash, m_edits);
    StackSnapshot stack;
    for (const EnabledEdit &edit : m_edits)
        if (edit.base == hash)
            stack.parts.append(edit.part);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Applying the edits"));
    const bool goesOn = m_earlier.model.checkpoint == m_base.checkpoint;
    const auto model =
        goesOn ? editedAnew(m_base.model, {m_earlier.model.model, activeOn(hash, m_earlier.edits)}, own, monitor)
               : edited(m_base.model, own, monitor);
    Q_EMIT applied({m_base.checkpoint, model, stack, isLost(*m_base.model, *model, own)}, hash);
}

} // namespace cw
