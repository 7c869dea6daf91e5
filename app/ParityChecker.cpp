// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ParityChecker.h"

#include "core/jobs/JobQueue.h"
#include "core/jobs/ModelFacts.h"
#include "core/jobs/ParityJob.h"
#include "core/project/Selection.h"

#include <QFileDialog>

namespace cw {

ParityChecker::ParityChecker(Selection &selection, JobQueue &jobs, const QString &records, QWidget &window)
    : QObject(&window), m_selection(selection), m_jobs(jobs), m_records(records), m_window(window)
{
    connect(&m_selection, &Selection::modelChanged, this, &ParityChecker::showModel);
}

void ParityChecker::askForReference()
{
    const QString folder = factsOf(m_selection.model()).folder;
    auto *dialog = new QFileDialog(&m_window, tr("Check against a reference"), folder, tr("Logits (*.safetensors)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ParityChecker::start);
    dialog->open();
}

void ParityChecker::showModel(const LoadedModel &model)
{
    if (m_job)
        m_job->cancel();
    m_job.clear();
    Q_EMIT cleared();
    if (!model.model || ParityJob::isReference(model))
        return;
    const ModelFacts facts = factsOf(model);
    if (const auto known = m_records.find(facts.fingerprint, facts.device, facts.dtype, ParityJob::library()))
        take(*known);
    else
        start({});
}

void ParityChecker::start(const QString &reference)
{
    if (!m_selection.model().model)
        return;
    if (m_job)
        m_job->cancel();
    auto job = std::make_unique<ParityJob>(m_selection.model(), reference);
    const auto ifLast = [this, from = job.get()](auto &&act) {
        if (from == m_job)
            act();
    };
    connect(job.get(), &ParityJob::compared, this, [this, ifLast](const ParityReport &report) {
        if (report.reference.isEmpty())
            m_records.keep(report);
        ifLast([&] { take(report); });
    });
    connect(job.get(), &Job::cancelled, this, [this, ifLast] { ifLast([this] { Q_EMIT cleared(); }); });
    connect(job.get(), &Job::failed, this, [this, ifLast](const Error &error) {
        ifLast([this] { Q_EMIT cleared(); });
        Q_EMIT failed(error);
    });
    m_job = job.get();
    m_jobs.add(std::move(job));
    Q_EMIT checking();
}

void ParityChecker::take(const ParityReport &report)
{
    Q_EMIT found(report);
    if (report.parity.holds())
        return;
    const QString what = describe(report) + u' ';
    if (report.reference.isEmpty())
        Q_EMIT warned(what + tr("Do not believe what is computed there: compute on the CPU in fp32, or with another "
                                "version of libtorch."));
    else
        Q_EMIT warned(what + tr("Either the checkpoint is another one than the reference's, or it is read wrongly."));
}

} // namespace cw
