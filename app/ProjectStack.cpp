// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ProjectStack.h"

#include "app/TraceRunner.h"
#include "core/jobs/EditFacts.h"
#include "core/jobs/ModelFacts.h"
#include "core/project/EditStack.h"
#include "core/project/PackedEdit.h"
#include "core/project/ViewKeys.h"

#include <QDir>
#include <QStandardPaths>

namespace cw {

ProjectStack::ProjectStack(const QString &path)
    : m_project(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
{
    if (!path.isEmpty())
        openForRuns(m_project, path);
}

std::optional<double> ProjectStack::lay(const MadeEdit &edit, std::optional<double> alpha)
{
    EditStack stack(m_project);
    const PackedEdit packed(edit);
    const QVector<EditRecord> edits = stack.edits(); // as they were: what is added to one makes a new list
    for (const EditRecord &known : edits) {
        const bool isSame = known.content == packed.content.hash || editFactsFrom(known.facts).hash == edit.hash;
        if (known.base != edit.baseHash || !isSame)
            continue;
        for (const QLatin1String fact : {placeboFact, sideEffectsFact})
            if (edit.facts.contains(fact))
                stack.addFact(known, fact, edit.facts[fact]);
        const double strength = alpha.value_or(known.alpha);
        stack.setAlpha(known.id, strength);
        valueOrThrow(m_project.flush());
        return strength;
    }
    const QString id = stack.add(packed);
    stack.setAlpha(id, alpha.value_or(1));
    m_project.setView(openModelKey, QDir(factsOf(edit.base).folder).absolutePath());
    valueOrThrow(m_project.flush());
    return std::nullopt;
}

} // namespace cw
