// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ProjectStack.h"

#include "app/TraceRunner.h"
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

bool ProjectStack::lay(const MadeEdit &edit, double alpha)
{
    EditStack stack(m_project);
    const PackedEdit packed(edit);
    for (const EditRecord &known : stack.edits())
        if (known.content == packed.content.hash && known.base == edit.baseHash && known.alpha == alpha)
            return false;
    const QString id = stack.add(packed);
    if (alpha != 1)
        stack.setAlpha(id, alpha);
    m_project.setView(openModelKey, QDir(factsOf(edit.base).folder).absolutePath());
    valueOrThrow(m_project.flush());
    return true;
}

} // namespace cw
