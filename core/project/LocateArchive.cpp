// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/LocateArchive.h"

#include "core/jobs/LocateJob.h"
#include "core/project/RunKeeping.h"

namespace cw {

void keepLocated(LocateJob &job, Project &project)
{
    const auto ticket = keepHead(job, &LocateJob::begun, locateJob, project);
    QObject::connect(
        &job, &LocateJob::located, &job,
        [&project, ticket](const Located &located) { project.setResult(**ticket, toJson(located)); },
        Qt::DirectConnection);
}

Result<Located> loadLocated(const Project &project, std::int64_t id)
{
    return attempt([&] {
        const RunRecord record =
            recordOfKind(project, id, locateJob, QT_TRANSLATE_NOOP("Error", "Run %1 is no search for places."));
        return locatedFromJson(record.result, QStringLiteral("%1, %2").arg(project.path()).arg(id));
    });
}

} // namespace cw
