// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/MgLevelsArchive.h"

#include "core/jobs/MgLevelsJob.h"
#include "core/project/RunKeeping.h"

namespace cw {

std::shared_ptr<const std::optional<RunTicket>> keepLevels(MgLevelsJob &job, Project &project)
{
    const auto ticket = keepHead(job, &MgLevelsJob::begun, mgLevelsJob, project);
    // What is stopped in its first level is a comparison too, of nothing yet.
    QObject::connect(
        &job, &MgLevelsJob::begun, &job,
        [&project, ticket](const MgLevelsRun &run) {
            MgLevels none;
            none.model = run.folder;
            project.setResult(**ticket, toJson(none));
        },
        Qt::DirectConnection);
    QObject::connect(
        &job, &MgLevelsJob::grown, &job,
        [&project, ticket](const MgLevels &levels) { project.setResult(**ticket, toJson(levels)); },
        Qt::DirectConnection);
    return ticket;
}

Result<KeptLevels> loadLevels(const Project &project, std::int64_t id)
{
    return attempt([&] {
        const RunRecord record =
            recordOfKind(project, id, mgLevelsJob, QT_TRANSLATE_NOOP("Error", "Run %1 is no comparison of levels."));
        KeptLevels kept;
        readHead(project, record, kept.run);
        kept.levels = levelsFromJson(record.result, QStringLiteral("%1, %2").arg(project.path()).arg(id));
        return kept;
    });
}

} // namespace cw
