// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/LocateArchive.h"

#include "core/jobs/LocateJob.h"
#include "core/project/RunKeeping.h"

#include <QPointer>

namespace cw {

void keepLocated(LocateJob &job, Project &project)
{
    const auto ticket = std::make_shared<std::optional<RunTicket>>(); // once it has begun
    const QPointer<Project> kept = &project;
    QObject::connect(
        &job, &LocateJob::begun, &job,
        [&project, ticket](const LocateRun &run) {
            *ticket = project.beginRun(modelOf(run), recordOf(locateJob, run), {});
        },
        Qt::DirectConnection);
    QObject::connect(
        &job, &LocateJob::located, &job,
        [&project, ticket](const Located &located) { project.setResult(**ticket, toJson(located)); },
        Qt::DirectConnection);
    whenEnded(job, [kept, ticket](RunState state, const QString &message) {
        if (kept && *ticket)
            kept->endRun(**ticket, state, message);
    });
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
