// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/MadeEdit.h"

namespace cw {

struct JobFile;

/// A job that ends with an edit, by whatever method.
class EditingJob : public Job {
    Q_OBJECT

public:
    using Job::Job;

Q_SIGNALS:
    /// Once, at the end; emitted on the thread that works.
    void made(const cw::MadeEdit &edit);
};

/// The job of a file's or a recipe's settings, on a model that is open; without one it opens its own. Throws Error of
/// kind Input where its settings are none of the job's or it makes no edit.
std::unique_ptr<EditingJob> editingJob(const JobFile &file, const LoadedModel &model = {});
bool makesEdit(const QString &job);

} // namespace cw
