// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PatchJob.h"

#include "core/checkpoint/PatchFile.h"
#include "core/data/WholeFile.h"
#include "core/engine/MergedEdit.h"
#include "core/engine/Monitor.h"

#include <QFileInfo>

namespace cw {

PatchJob::PatchJob(const PatchContent &content)
    : Job(tr("Write %1").arg(QFileInfo(content.path).fileName())), m_content(content)
{
}

void PatchJob::work(Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Writing the patch"));
    ActiveEdits edits;
    QStringList titles;
    for (const EnabledEdit &edit : m_content.edits) {
        if (edit.base != m_content.edits.first().base)
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "\"%1\" was made for another model than \"%2\": they cannot be "
                                                   "merged."),
                        {edit.part.title.toStdString(), m_content.edits.first().part.title.toStdString()});
        edits.push_back({edit.edit, edit.part.alpha});
        titles << edit.part.title;
    }
    if (edits.empty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "No edit of this model is on: there is nothing to export."));
    requireWritable(m_content.path);
    monitor.step(0, 1);
    const bool isOne = edits.size() == 1 && edits.front().strength == 1;
    const auto edit = isOne ? edits.front().edit : std::make_shared<const Edit>(mergedEdit(edits));
    writePatch(m_content.path, {edit, titles.join(QStringLiteral(" + ")), m_content.edits.first().base,
                                m_content.modelName, m_content.recipe, QStringLiteral(CW_VERSION)});
    monitor.step(1, 1);
}

} // namespace cw
