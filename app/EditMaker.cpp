// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditMaker.h"

#include "core/jobs/ApplyStackJob.h"
#include "core/jobs/EditFacts.h"
#include "core/jobs/EditJob.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/JobQueue.h"
#include "core/project/EditRecipe.h"
#include "core/project/EditStack.h"
#include "core/project/PackedEdit.h"
#include "core/project/Project.h"
#include "core/project/Selection.h"
#include "core/project/Settings.h"

#include <QFileInfo>
#include <QLocale>

namespace cw {

namespace {

constexpr int placebos = 20; ///< draws of a kind: 19 are needed for 5 %

} // namespace

EditMaker::EditMaker(const Project &project, EditStack &stack, Selection &selection, JobQueue &jobs,
                     const Settings &settings, QObject *parent)
    : QObject(parent), m_project(project), m_stack(stack), m_selection(selection), m_jobs(jobs), m_settings(settings)
{
}

void EditMaker::make(const EditSettings &settings)
{
    start(std::make_unique<EditJob>(settings, m_selection.model()));
}

void EditMaker::start(std::unique_ptr<EditingJob> job)
{
    run(std::move(job), {});
}

void EditMaker::run(std::unique_ptr<EditingJob> job, const QString &replaced)
{
    // On the thread that works: to pack a large edit takes longer than a window may stand still.
    connect(
        job.get(), &EditingJob::made, job.get(),
        [this, replaced, file = m_project.fileNumber()](const MadeEdit &edit) {
            QMetaObject::invokeMethod(
                this, [this, replaced, file, packed = PackedEdit(edit)] { take(packed, replaced, file); });
        },
        Qt::DirectConnection);
    connect(job.get(), &Job::done, this, [this] { Q_EMIT makingChanged(false); });
    connect(job.get(), &Job::cancelled, this, [this] { Q_EMIT makingChanged(false); });
    connect(job.get(), &Job::failed, this, [this](const Error &error) {
        Q_EMIT makingChanged(false);
        Q_EMIT failed(error);
    });
    m_jobs.add(std::move(job));
    Q_EMIT makingChanged(true);
}

void EditMaker::recompute(const QString &id)
{
    const int place = m_stack.place(id);
    if (place < 0)
        return;
    const EditRecord &edit = m_stack.edits()[place];
    if (edit.base != m_selection.baseHash()) {
        Q_EMIT failed(Error(Error::Kind::Input,
                            QT_TRANSLATE_NOOP("Error", "\"%1\" was made for another model: open that to recompute it."),
                            {edit.title.toStdString()}));
        return;
    }
    withWhatLiesBelow(id, [this](const QString &own, const LoadedModel &below) { makeAgain(own, below); });
}

void EditMaker::drawPlacebos(const QString &id, const QString &kind)
{
    const int place = m_stack.place(id);
    if (place < 0)
        return;
    const auto fresh = attempt([&] {
        recipeJob(m_stack.edits()[place]); // says so where there is none to be done again
        requireFresh(m_stack.edits()[place]);
    });
    if (fresh)
        withWhatLiesBelow(id,
                          [this, kind](const QString &edit, const LoadedModel &below) { compare(edit, below, kind); });
    else
        Q_EMIT failed(fresh.error());
}

void EditMaker::requireFresh(const EditRecord &edit) const
{
    if (edit.base != m_selection.baseHash())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "\"%1\" was made for another model: open that to draw its placebos."),
                    {edit.title.toStdString()});
    if (m_stack.isStale(edit))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "What lies below \"%1\" has changed since it was made: recompute it, "
                                               "then draw its placebos."),
                    {edit.title.toStdString()});
}

void EditMaker::withWhatLiesBelow(const QString &id, const Then &then)
{
    const Result<QVector<EnabledEdit>> below = m_stack.enabled(m_stack.place(id));
    if (!below) {
        Q_EMIT failed(below.error());
        return;
    }
    auto job = std::make_unique<ApplyStackJob>(m_selection.base(), *below);
    connect(job.get(), &ApplyStackJob::applied, this, [this, id, then](const LoadedModel &model) {
        if (m_stack.place(id) >= 0) // it may have been removed since
            then(id, model);
    });
    connect(job.get(), &Job::failed, this, &EditMaker::failed);
    m_jobs.add(std::move(job));
}

std::unique_ptr<EditingJob> EditMaker::jobOf(const EditRecord &edit, const LoadedModel &below,
                                             const QJsonObject &more) const
{
    JobFile file = recipeJob(edit);
    for (auto setting = more.begin(); setting != more.end(); ++setting)
        file.settings.insert(setting.key(), setting.value());
    const QString data = file.settings.value(QLatin1String("data")).toString();
    if (!data.isEmpty() && !QFileInfo::exists(data))
        file.settings.insert(QStringLiteral("data"), m_settings.value(setting::dataFolder));
    return editingJob(file, below);
}

void EditMaker::makeAgain(const QString &id, const LoadedModel &below)
{
    auto job = attempt([&] { return jobOf(m_stack.edits()[m_stack.place(id)], below, {}); });
    if (job)
        run(std::move(*job), id);
    else
        Q_EMIT failed(job.error());
}

void EditMaker::compare(const QString &id, const LoadedModel &below, const QString &kind)
{
    const EditRecord edit = m_stack.edits()[m_stack.place(id)];
    const QJsonObject order{{QStringLiteral("placebo"), placebos}, {QStringLiteral("placebo-kind"), kind}};
    auto job = attempt([&] { return jobOf(edit, below, order); });
    if (!job) {
        Q_EMIT failed(job.error());
        return;
    }
    connect(job->get(), &EditingJob::made, this, [this, edit](const MadeEdit &again) { keepPlacebos(edit, again); });
    connect(job->get(), &Job::failed, this, &EditMaker::failed);
    m_jobs.add(std::move(*job));
}

/// Placebos of another edit would say nothing of this one, and data may be other than it was.
void EditMaker::keepPlacebos(const EditRecord &edit, const MadeEdit &again)
{
    const std::optional<EditLedger> ledger = editFactsFrom(edit.facts).ledger;
    if (!ledger || isAlike(*ledger, again.ledger))
        m_stack.addFact(edit, placeboFact, again.facts[placeboFact]);
    else
        Q_EMIT failed(Error(Error::Kind::Input,
                            QT_TRANSLATE_NOOP("Error", "\"%1\" came out as another edit when its recipe was done "
                                                       "again, so that those placebos are not its own: recompute it, "
                                                       "then draw them."),
                            {edit.title.toStdString()}));
}

void EditMaker::requireOpen(const MadeEdit &edit, int file) const
{
    if (edit.base.checkpoint != m_selection.base().checkpoint)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "\"%1\" is done, but its model is no longer open, so that it was not "
                                               "kept: open that and make it again."),
                    {edit.title.toStdString()});
    if (file != m_project.fileNumber())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "\"%1\" is done, but it was made for another project, which is no "
                                               "longer open, so that it was not kept: make it again where it is "
                                               "wanted."),
                    {edit.title.toStdString()});
}

void EditMaker::take(const PackedEdit &packed, const QString &replaced, int file)
{
    const MadeEdit &edit = packed.made;
    if (const auto open = attempt([&] { requireOpen(edit, file); }); !open) {
        Q_EMIT failed(open.error());
        return;
    }
    Q_EMIT adding();
    const QString id = m_stack.place(replaced) >= 0 ? m_stack.replace(replaced, packed) : m_stack.add(packed);
    Q_EMIT laid(id, edit);
    const QLocale locale;
    if (const QString warning = warningOf(edit); !warning.isEmpty())
        Q_EMIT warned(warning);
    Q_EMIT made(id, tr("%1 of %2 weights changed (%3 %)")
                        .arg(locale.toString(edit.ledger.changed()), locale.toString(edit.ledger.weights),
                             locale.toString(100 * edit.ledger.share(), 'g', 3)));
}

} // namespace cw
