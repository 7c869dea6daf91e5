// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/StackJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Edit.h"
#include "core/engine/Monitor.h"
#include "core/jobs/EditJob.h"
#include "core/jobs/Threads.h"

namespace cw {

StackJob::StackJob(const LoadedModel &base, const QVector<EnabledEdit> &edits, const QJsonObject &recipe,
                   const QJsonObject &facts)
    : Job(tr("Count what the edits change")), m_base(base), m_edits(edits), m_recipe(recipe), m_facts(facts)
{
}

void StackJob::work(Monitor &monitor)
{
    useThreads(0);
    const QString hash = m_base.checkpoint->hash(monitor);
    ActiveEdits own;
    QStringList titles;
    for (const EnabledEdit &edit : m_edits) {
        if (edit.base != hash)
            continue;
        own.push_back({edit.edit, edit.part.alpha});
        titles << edit.part.title;
    }
    if (own.empty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "No edit of this model is on: there is nothing to export."));
    MadeEdit result = applied(m_base, hash, own, monitor);
    result.title = titles.join(QStringLiteral(" + "));
    result.recipe = m_recipe;
    result.facts = m_facts;
    Q_EMIT made(result);
}

} // namespace cw
