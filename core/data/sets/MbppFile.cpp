// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/MbppFile.h"

#include "core/data/sets/JsonRow.h"
#include "core/engine/Error.h"

#include <QSet>

namespace cw {
namespace {

QString unixLines(QString text)
{
    // Some lines end in CR alone, which Python reads as an end too.
    return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
}

MbppTask taskOf(const JsonRow &row)
{
    // The sanitized file has other names.
    const bool isSanitized = row.has("prompt");
    MbppTask task;
    task.id = row.number("task_id");
    task.text = unixLines(row.text(isSanitized ? "prompt" : "text"));
    task.code = unixLines(row.text("code"));
    task.setup = isSanitized ? row.texts("test_imports").join(u'\n') : unixLines(row.text("test_setup_code"));
    for (const QString &test : row.texts("test_list"))
        task.tests << unixLines(test);
    return task;
}

} // namespace

std::vector<MbppTask> readMbpp(const QString &path)
{
    std::vector<MbppTask> tasks;
    QSet<int> ids;
    for (const JsonRow &row : readJsonRows(path)) {
        MbppTask task = taskOf(row);
        if (ids.contains(task.id))
            throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 has the entry %2 twice."),
                        {row.path(), std::to_string(task.id)});
        ids.insert(task.id);
        tasks.push_back(std::move(task));
    }
    return tasks;
}

} // namespace cw
