// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MethodAsker.h"

#include "app/EditMaker.h"
#include "core/jobs/EditingJob.h"
#include "core/jobs/FinetuneSettings.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/LsdmEditSettings.h"
#include "core/jobs/MemitEditSettings.h"
#include "core/jobs/MgEditSettings.h"
#include "core/jobs/RomeEditSettings.h"
#include "core/project/Selection.h"
#include "core/project/Settings.h"
#include "widgets/dialogs/MethodDialog.h"

namespace cw {

MethodAsker::MethodAsker(EditMaker &maker, const Selection &selection, const Settings &settings, QWidget &window)
    : QObject(&window), m_maker(maker), m_selection(selection), m_settings(settings), m_window(window)
{
}

void MethodAsker::ask(Method method)
{
    switch (method) {
    case Method::Lsdm:
        return ask<LsdmEditSettings>(lsdmJob, tr("Edit by Least Squares (LSDM)"),
                                     tr("Finds for every occupation what the MLP of a lower layer should write, and "
                                        "solves for the smallest change that writes it (Cai et al. 2024)."));
    case Method::Rome:
        return ask<RomeEditSettings>(romeJob, tr("Edit by ROME"),
                                     tr("Changes a layer by rank one for each occupation, one after another (Meng et "
                                        "al. 2022): a baseline."));
    case Method::Memit:
        return ask<MemitEditSettings>(memitJob, tr("Edit by MEMIT"),
                                      tr("Spreads the change of all occupations over several layers (Meng et al. "
                                         "2023): a baseline."));
    case Method::Mg:
        return ask<MgEditSettings>(mgJob, tr("MG-Editing"),
                                   tr("Locates layer, module, rows or single weights by votes of the prompts and "
                                      "trains them alone (Qin et al. 2024)."));
    case Method::Finetune:
        return ask<FinetuneSettings>(
            finetuneJob, tr("Fine-Tuning"),
            tr("Trains modules on the prompts, plainly or within a bound on the change of each "
               "weight: a baseline."));
    }
}

template <class S> void MethodAsker::ask(const QString &job, const QString &title, const QString &about)
{
    S usual;
    usual.data = m_settings.value(setting::dataFolder);
    const QStringList known{QStringLiteral("model"), QStringLiteral("device"), QStringLiteral("dtype")};
    auto *dialog = new MethodDialog(title, about, fieldItems(usual, known), &m_window);
    dialog->setObjectName(QStringLiteral("methodDialog"));
    connect(dialog, &MethodDialog::startAsked, this,
            [this, job, dialog](const QJsonObject &asked) { start(job, asked, *dialog); });
    dialog->open();
}

void MethodAsker::start(const QString &job, const QJsonObject &asked, MethodDialog &dialog)
{
    auto made = attempt([&] { return editingJob({job, asked}, m_selection.model()); });
    if (!made) {
        dialog.refuse(describe(made.error()));
        return;
    }
    m_maker.start(std::move(*made));
    dialog.accept();
}

} // namespace cw
