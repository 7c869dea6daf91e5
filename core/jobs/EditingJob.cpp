// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/EditingJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/jobs/EditJob.h"
#include "core/jobs/FinetuneJob.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/LsdmJob.h"
#include "core/jobs/MemitJob.h"
#include "core/jobs/MgEditJob.h"
#include "core/jobs/RomeJob.h"

#include <QHash>

namespace cw {
namespace {

template <class J, class S> std::unique_ptr<EditingJob> jobOf(const JobFile &file, const LoadedModel &model)
{
    S settings = fromJson<S>(file.settings);
    if (model.checkpoint)
        settings.model = model.checkpoint->folder();
    settings.check();
    return std::make_unique<J>(settings, model);
}

/// How the jobs are made that make edits.
using Maker = std::unique_ptr<EditingJob> (*)(const JobFile &file, const LoadedModel &model);

const QHash<QString, Maker> &makers()
{
    static const QHash<QString, Maker> all{
        {editJob, jobOf<EditJob, EditSettings>},     {lsdmJob, jobOf<LsdmJob, LsdmEditSettings>},
        {romeJob, jobOf<RomeJob, RomeEditSettings>}, {memitJob, jobOf<MemitJob, MemitEditSettings>},
        {mgJob, jobOf<MgEditJob, MgEditSettings>},   {finetuneJob, jobOf<FinetuneJob, FinetuneSettings>}};
    return all;
}

} // namespace

bool makesEdit(const QString &job)
{
    return makers().contains(job);
}

std::unique_ptr<EditingJob> editingJob(const JobFile &file, const LoadedModel &model)
{
    if (const Maker make = makers().value(file.job))
        return make(file, model);
    throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The job \"%1\" makes no edit."),
                {file.job.toStdString()});
}

} // namespace cw
