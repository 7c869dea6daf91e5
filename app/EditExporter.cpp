// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditExporter.h"

#include "app/Previewer.h"
#include "core/jobs/ExportJob.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/ModelFacts.h"
#include "core/jobs/PatchJob.h"
#include "core/jobs/StackJob.h"
#include "core/project/EditStack.h"
#include "core/project/Selection.h"
#include "widgets/dialogs/ExportFileDialog.h"

#include <QDir>
#include <QFileDialog>

namespace cw {

namespace {

/// A title as part of a file's name.
QString fileName(const QString &title)
{
    QString name;
    for (const QChar letter : title.left(60))
        name += letter.isLetterOrNumber() || letter == u'.' || letter == u'-' ? letter : QChar(u'-');
    return name.isEmpty() ? QStringLiteral("edit") : name;
}

} // namespace

EditExporter::EditExporter(EditStack &stack, const Selection &selection, const Previewer &preview, JobQueue &jobs,
                           QWidget &window)
    : QObject(&window), m_stack(stack), m_selection(selection), m_preview(preview), m_jobs(jobs), m_window(window)
{
}

void EditExporter::exportCheckpoint()
{
    const Result<QVector<EnabledEdit>> edits = m_stack.enabled();
    if (!edits) {
        Q_EMIT failed(edits.error());
        return;
    }
    const QString base = m_selection.baseHash();
    auto job = std::make_unique<StackJob>(m_selection.base(), *edits, m_stack.recipe(base), m_stack.facts(base));
    connect(job.get(), &StackJob::made, this, &EditExporter::askForFolder);
    connect(job.get(), &Job::failed, this, &EditExporter::failed);
    m_jobs.add(std::move(job));
}

void EditExporter::askForFolder(const MadeEdit &edit)
{
    const QDir source(factsOf(edit.base).folder);
    auto *dialog = new QFileDialog(&m_window, tr("Export the edited checkpoint into a new folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setLabelText(QFileDialog::FileName, tr("New folder:"));
    dialog->selectFile(tr("%1-edited").arg(source.dirName()));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, edit](const QString &folder) { writeCheckpoint(edit, folder); });
    dialog->open();
}

void EditExporter::writeCheckpoint(const MadeEdit &edit, const QString &folder)
{
    auto job = std::make_unique<ExportJob>(ExportOrder{edit, folder, m_preview.settings()});
    connect(job.get(), &ExportJob::exported, this, &EditExporter::tell);
    connect(job.get(), &Job::failed, this, &EditExporter::failed);
    m_jobs.add(std::move(job));
}

void EditExporter::tell(const ExportReport &report)
{
    Q_EMIT done(tr("Exported to %1 (tensors changed: %2), read back and compared over %3 tokens.")
                    .arg(QDir::toNativeSeparators(report.folder))
                    .arg(report.changed.size())
                    .arg(report.comparedTokens));
}

void EditExporter::exportEdits()
{
    const QString base = m_selection.baseHash();
    const Result<QVector<EnabledEdit>> edits = m_stack.enabled();
    if (!edits) {
        Q_EMIT failed(edits.error());
        return;
    }
    QVector<EnabledEdit> own;
    std::copy_if(edits->begin(), edits->end(), std::back_inserter(own),
                 [&base](const EnabledEdit &edit) { return edit.base == base; });
    askForPatch(own, tr("edits of %1").arg(factsOf(m_selection.base()).name), m_stack.recipe(base));
}

void EditExporter::exportPatch(const QString &id)
{
    const EditRecord &edit = m_stack.edits()[m_stack.place(id)];
    const auto content = m_stack.content(edit);
    if (content)
        askForPatch({{{edit.title, edit.content, edit.alpha}, edit.base, *content}}, edit.title, edit.recipe);
    else
        Q_EMIT failed(content.error());
}

void EditExporter::askForPatch(const QVector<EnabledEdit> &edits, const QString &name, const QJsonObject &recipe)
{
    auto *dialog = exportFileDialog(tr("Export a patch"), {tr("Patches (*.safetensors)")},
                                    fileName(name) + QStringLiteral(".safetensors"), &m_window);
    const QString model = factsOf(m_selection.base()).name;
    connect(dialog, &QFileDialog::fileSelected, this, [=](const QString &path) {
        auto job = std::make_unique<PatchJob>(PatchContent{path, edits, model, recipe});
        connect(job.get(), &Job::done, this,
                [this, path] { Q_EMIT done(tr("Exported to %1").arg(QDir::toNativeSeparators(path))); });
        connect(job.get(), &Job::failed, this, &EditExporter::failed);
        m_jobs.add(std::move(job));
    });
    dialog->open();
}

} // namespace cw
