// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/PatchAdder.h"

#include "app/EditMaker.h"
#include "core/jobs/ModelFacts.h"
#include "core/project/Selection.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace cw {

PatchAdder::PatchAdder(EditMaker &maker, const Selection &selection, QWidget &window)
    : QObject(&window), m_maker(maker), m_selection(selection), m_window(window)
{
}

void PatchAdder::ask()
{
    auto *dialog = new QFileDialog(&m_window, tr("Add a patch"), {}, tr("Patches (*.safetensors)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { add(path, m_selection.model(), AddPatchJob::Foreign::Asked); });
    dialog->open();
}

/// The model may be closed, or another be open, before there is an answer: then nothing is to be added.
void PatchAdder::add(const QString &path, const LoadedModel &model, AddPatchJob::Foreign foreign)
{
    if (!model.checkpoint || model.checkpoint != m_selection.base().checkpoint)
        return;
    auto job = std::make_unique<AddPatchJob>(path, model, foreign);
    connect(job.get(), &AddPatchJob::isForeign, this,
            [this, path, model](const QString &baseName) { askWhetherForeign(path, model, baseName); });
    m_maker.start(std::move(job));
}

void PatchAdder::askWhetherForeign(const QString &path, const LoadedModel &model, const QString &baseName)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Add a patch"),
                                tr("%1 was made for another model (%2) than %3.")
                                    .arg(QFileInfo(path).fileName(), baseName, factsOf(model).name),
                                QMessageBox::Cancel, &m_window);
    box->setObjectName(QStringLiteral("foreignPatchBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("It can be added where its tensors fit, but what it was shown to do there says nothing "
                               "of what it does here."));
    const QPushButton *all = box->addButton(tr("&Add All the Same"), QMessageBox::AcceptRole);
    connect(all, &QPushButton::clicked, this, [this, path, model] { add(path, model, AddPatchJob::Foreign::Taken); });
    box->setDefaultButton(QMessageBox::Cancel);
    box->open();
}

} // namespace cw
