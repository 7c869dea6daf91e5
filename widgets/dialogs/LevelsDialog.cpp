// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/LevelsDialog.h"

#include "widgets/dialogs/ActionButton.h"
#include "widgets/dialogs/ExportFileDialog.h"
#include "widgets/dialogs/PictureDialog.h"
#include "widgets/dialogs/ResultTable.h"
#include "widgets/models/LevelTexts.h"
#include "widgets/models/LevelsModel.h"
#include "widgets/panels/NormDelegate.h"
#include "widgets/views/TradeOffPicture.h"
#include "widgets/views/TradeOffPlot.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace cw {

LevelsDialog::LevelsDialog(const MgLevels &levels, bool isRunning, QWidget *parent)
    : QDialog(parent), m_model(new LevelsModel(this)), m_sorted(new QSortFilterProxyModel(this)),
      m_summary(new QLabel(this)), m_score(new QComboBox(this)), m_plot(new TradeOffPlot(this))
{
    setObjectName(QStringLiteral("levelsDialog"));
    setWindowTitle(tr("Levels of MG-Editing on %1").arg(QDir(levels.model).dirName()));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1340, 760);
    m_summary->setObjectName(QStringLiteral("levelsSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(buildChart());
    buildTable();
    parts->addWidget(m_table);
    parts->setStretchFactor(0, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(parts, 1);
    layout->addWidget(buildButtons());
    setLevels(levels, isRunning);
}

QWidget *LevelsDialog::buildChart()
{
    auto *page = new QWidget(this);
    m_plot->setObjectName(QStringLiteral("levelsPlot"));
    m_plot->setAccessibleName(tr("Levels by what they gain and what they cost"));
    m_plot->setEmptyText(tr("No level is done yet."));
    m_score->setObjectName(QStringLiteral("levelsScoreBox"));
    m_score->addItems({tr("FB-Score"), tr("Imbalance of he and she")});
    auto *name = new QLabel(tr("&Compared by"), page);
    name->setBuddy(m_score);
    auto *row = new QHBoxLayout;
    row->addWidget(name);
    row->addWidget(m_score);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_plot, 1);
    connect(m_score, &QComboBox::currentIndexChanged, this, &LevelsDialog::showMarks);
    connect(m_plot, &TradeOffPlot::chosen, this, &LevelsDialog::choose);
    return page;
}

void LevelsDialog::buildTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(LevelsModel::NumberRole);
    m_table = resultTable("levelsTable", tr("Levels"), m_sorted, this);
    m_table->setItemDelegateForColumn(LevelsModel::Changed, new NormDelegate(LevelsModel::ShareRole, m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView &header = *m_table->horizontalHeader();
    header.setSectionResizeMode(QHeaderView::ResizeToContents);
    header.setSortIndicator(LevelsModel::Level, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    // All levels are seen at once.
    constexpr int rows = 6;
    m_table->setMinimumHeight(header.sizeHint().height() +
                              (rows + 1) * m_table->verticalHeader()->defaultSectionSize());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LevelsDialog::showChosen);
}

QDialogButtonBox *LevelsDialog::buildButtons()
{
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_lay = actionButton(*box, "layLevelButton", tr("Put on &Stack"), QStringLiteral("merge"));
    m_lay->setToolTip(tr("Puts the edit of the chosen level on the stack of edits, where it can be weakened and taken "
                         "back; it is made anew where it is not at hand any more"));
    m_export = actionButton(*box, "exportLevelsButton", tr("&Export…"), QStringLiteral("export-numbers"));
    m_exportPicture =
        actionButton(*box, "exportLevelsPictureButton", tr("Export &Picture…"), QStringLiteral("export-picture"));
    box->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &LevelsDialog::askForFile);
    connect(m_exportPicture, &QPushButton::clicked, this, &LevelsDialog::askForPicture);
    connect(m_lay, &QPushButton::clicked, this,
            [this] { Q_EMIT layAsked(m_model->levels().lines[static_cast<std::size_t>(chosen())].level); });
    return box;
}

void LevelsDialog::setLevels(const MgLevels &levels, bool isRunning)
{
    m_model->setLevels(levels);
    m_summary->setText(levelsSentence(levels, isRunning));
    m_export->setEnabled(!levels.lines.empty());
    m_exportPicture->setEnabled(!levels.lines.empty());
    showMarks();
    showChosen();
}

void LevelsDialog::showMarks()
{
    m_plot->setTradeOff(tradeOffOf(m_model->levels(), static_cast<LevelScore>(m_score->currentIndex())));
}

void LevelsDialog::choose(int line)
{
    m_table->setCurrentIndex(m_sorted->mapFromSource(m_model->index(line, LevelsModel::Level)));
}

/// The line of the comparison, -1: none.
int LevelsDialog::chosen() const
{
    return m_sorted->mapToSource(m_table->currentIndex()).row();
}

void LevelsDialog::showChosen()
{
    const int line = chosen();
    m_plot->setCurrent(line);
    m_lay->setEnabled(line >= 0 && m_model->levels().lines[static_cast<std::size_t>(line)].level != uneditedLevel);
}

void LevelsDialog::askForFile()
{
    auto *dialog = exportFileDialog(
        tr("Export levels"), {tr("JSON: everything that was found (*.json)"), tr("CSV: one line per level (*.csv)")},
        tr("levels") + QStringLiteral(".json"), this);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { Q_EMIT exportAsked(m_model->levels(), path); });
    dialog->open();
}

void LevelsDialog::askForPicture()
{
    const Picture picture = tradeOffPicture(m_plot->tradeOff(), windowTitle());
    auto *dialog = new PictureDialog(picture, this, tr("levels"));
    connect(dialog, &PictureDialog::chosen, this,
            [this, picture](const QString &path, double dpi) { Q_EMIT pictureAsked(picture, path, dpi); });
    dialog->open();
}

} // namespace cw
