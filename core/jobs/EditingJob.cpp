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

namespace cw {
namespace {

template <class J, class S> std::unique_ptr<EditingJob> jobOf(const JobFile &file, const LoadedModel &model)
{
    S settings = fromJson<S>(file.settings);
    settings.model = model.checkpoint->folder();
    settings.check();
    return std::make_unique<J>(settings, model);
}

} // namespace

std::unique_ptr<EditingJob> editingJob(const JobFile &file, const LoadedModel &model)
{
    if (file.job == editJob)
        return jobOf<EditJob, EditSettings>(file, model);
    if (file.job == lsdmJob)
        return jobOf<LsdmJob, LsdmEditSettings>(file, model);
    if (file.job == romeJob)
        return jobOf<RomeJob, RomeEditSettings>(file, model);
    if (file.job == memitJob)
        return jobOf<MemitJob, MemitEditSettings>(file, model);
    if (file.job == mgJob)
        return jobOf<MgEditJob, MgEditSettings>(file, model);
    if (file.job == finetuneJob)
        return jobOf<FinetuneJob, FinetuneSettings>(file, model);
    throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The job \"%1\" makes no edit."),
                {file.job.toStdString()});
}

} // namespace cw
