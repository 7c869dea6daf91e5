// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/VotesDialog.h"

#include "widgets/dialogs/ActionButton.h"
#include "widgets/dialogs/ExportFileDialog.h"
#include "widgets/dialogs/PictureDialog.h"
#include "widgets/dialogs/ResultTable.h"
#include "widgets/models/VoteTexts.h"
#include "widgets/models/VotesModel.h"
#include "widgets/models/WinnersModel.h"
#include "widgets/panels/NormDelegate.h"
#include "widgets/views/VoteBarsPicture.h"
#include "widgets/views/VotesPlot.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace cw {

VotesDialog::VotesDialog(std::shared_ptr<const Located> located, QWidget *parent)
    : QDialog(parent), m_located(std::move(located)), m_bars(voteBarsOf(*m_located))
{
    setObjectName(QStringLiteral("votesDialog"));
    setWindowTitle(votesTitle(*m_located));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 520);
    auto *summary = new QLabel(summaryOf(*m_located), this);
    summary->setObjectName(QStringLiteral("votesSummary"));
    summary->setWordWrap(true);
    auto *pages = new QTabWidget(this);
    pages->setObjectName(QStringLiteral("votesPages"));
    pages->addTab(places(), tr("&Places"));
    auto *plot = new VotesPlot(m_bars, this);
    plot->setObjectName(QStringLiteral("votesPlot"));
    pages->addTab(plot, tr("&Histogram"));
    pages->addTab(resultTable("winnerTable", tr("Prompts"), new WinnersModel(m_located, this), this), tr("P&rompts"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(summary);
    layout->addWidget(pages, 1);
    layout->addWidget(buttons());
}

QDialogButtonBox *VotesDialog::buttons()
{
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(actionButton(*box, "exportVotesButton", tr("&Export…"), QStringLiteral("export-numbers")),
            &QPushButton::clicked, this, &VotesDialog::askForFile);
    connect(actionButton(*box, "exportVotesPictureButton", tr("Export P&icture…"), QStringLiteral("export-picture")),
            &QPushButton::clicked, this, &VotesDialog::askForPicture);
    box->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return box;
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

void VotesDialog::askForPicture()
{
    const Picture picture = voteBarsPicture(m_bars, windowTitle());
    auto *dialog = new PictureDialog(picture, this, m_located->settings.whatName());
    connect(dialog, &PictureDialog::chosen, this,
            [this, picture](const QString &path, double dpi) { Q_EMIT pictureAsked(picture, path, dpi); });
    dialog->open();
}

} // namespace cw
