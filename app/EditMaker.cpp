// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditMaker.h"

#include "core/jobs/EditJob.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/WeightNormsJob.h"
#include "core/project/EditStack.h"
#include "core/project/Selection.h"

#include <QLocale>

namespace cw {

EditMaker::EditMaker(EditStack &stack, Selection &selection, JobQueue &jobs, QObject *parent)
    : QObject(parent), m_stack(stack), m_selection(selection), m_jobs(jobs)
{
    connect(&m_selection, &Selection::modelChanged, this, &EditMaker::measureNorms);
}

void EditMaker::make(const EditSettings &settings)
{
    auto job = std::make_unique<EditJob>(settings, m_selection.model());
    connect(job.get(), &EditJob::made, this, &EditMaker::take);
    connect(job.get(), &Job::done, this, [this] { Q_EMIT makingChanged(false); });
    connect(job.get(), &Job::cancelled, this, [this] { Q_EMIT makingChanged(false); });
    connect(job.get(), &Job::failed, this, [this](const Error &error) {
        Q_EMIT makingChanged(false);
        Q_EMIT failed(error);
    });
    m_jobs.add(std::move(job));
    Q_EMIT makingChanged(true);
}

void EditMaker::take(const MadeEdit &edit)
{
    if (edit.base.checkpoint != m_selection.base().checkpoint)
        return; // another model is open since
    const QString id = m_stack.add(edit);
    const QLocale locale;
    if (edit.ledger.changed() == 0)
        Q_EMIT changedNothing(tr("\u201c%1\u201d changed nothing: every change is too small for the type in which the "
                                 "weights are stored.")
                                  .arg(edit.title));
    Q_EMIT made(id, tr("%1 of %2 weights changed (%3 %)")
                        .arg(locale.toString(edit.ledger.changed()), locale.toString(edit.ledger.weights),
                             locale.toString(100 * edit.ledger.share(), 'g', 3)));
}

void EditMaker::measureNorms(const LoadedModel &base)
{
    if (m_norms)
        m_norms->cancel();
    m_norms.clear();
    if (!base.model)
        return;
    auto job = std::make_unique<WeightNormsJob>(base);
    connect(job.get(), &WeightNormsJob::measured, this, [this, from = job.get()](const PartNorms &norms) {
        if (from == m_norms)
            Q_EMIT normsMeasured(norms);
    });
    connect(job.get(), &Job::failed, this, &EditMaker::failed);
    m_norms = m_jobs.add(std::move(job));
}

} // namespace cw
