// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/VotesDialog.h"

#include "widgets/dialogs/ExportFileDialog.h"
#include "widgets/dialogs/ResultTable.h"
#include "widgets/models/VotesModel.h"
#include "widgets/models/WinnersModel.h"
#include "widgets/panels/NormDelegate.h"
#include "widgets/style/Icons.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace cw {

VotesDialog::VotesDialog(std::shared_ptr<const Located> located, QWidget *parent)
    : QDialog(parent), m_located(std::move(located))
{
    setObjectName(QStringLiteral("votesDialog"));
    setWindowTitle(tr("Votes in %1").arg(QDir(m_located->settings.model).dirName()));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 520);
    auto *summary = new QLabel(summaryOf(*m_located), this);
    summary->setObjectName(QStringLiteral("votesSummary"));
    summary->setWordWrap(true);
    auto *pages = new QTabWidget(this);
    pages->setObjectName(QStringLiteral("votesPages"));
    pages->addTab(places(), tr("&Places"));
    pages->addTab(resultTable("winnerTable", tr("Prompts"), new WinnersModel(m_located, this), this), tr("P&rompts"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *write = buttons->addButton(tr("&Export…"), QDialogButtonBox::ActionRole);
    write->setObjectName(QStringLiteral("exportVotesButton"));
    write->setIcon(icon(QStringLiteral("export-numbers")));
    write->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(summary);
    layout->addWidget(pages, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(write, &QPushButton::clicked, this, &VotesDialog::askForFile);
}

QTableView *VotesDialog::places()
{
    auto *view = resultTable("votesTable", tr("Places"), new VotesModel(m_located, this), this);
    view->setItemDelegateForColumn(VotesModel::Votes, new NormDelegate(VotesModel::ShareRole, view));
    view->horizontalHeader()->resizeSection(VotesModel::Votes, fontMetrics().horizontalAdvance(u'0') * 20);
    view->horizontalHeader()->setSortIndicator(VotesModel::Place, Qt::AscendingOrder);
    view->setSortingEnabled(true);
    return view;
}

void VotesDialog::askForFile()
{
    auto *dialog = exportFileDialog(
        tr("Export votes"), {tr("JSON: everything that was found (*.json)"), tr("CSV: one line per place (*.csv)")},
        m_located->settings.whatName() + QStringLiteral(".json"), this);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { Q_EMIT exportAsked(m_located, path); });
    dialog->open();
}

} // namespace cw
