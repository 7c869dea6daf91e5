// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/HumanEvalFile.h"

#include "core/data/sets/JsonRow.h"
#include "core/engine/Error.h"

#include <QSet>

namespace cw {

std::vector<HumanEvalTask> readHumanEval(const QString &path)
{
    std::vector<HumanEvalTask> tasks;
    QSet<QString> ids;
    for (const JsonRow &row : readJsonRows(path)) {
        HumanEvalTask task{row.text("task_id"), row.text("prompt"), row.text("entry_point"),
                           row.text("canonical_solution"), row.text("test")};
        if (ids.contains(task.id))
            throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 has the entry %2 twice."),
                        {row.path(), task.id.toStdString()});
        ids.insert(task.id);
        tasks.push_back(std::move(task));
    }
    return tasks;
}

} // namespace cw
