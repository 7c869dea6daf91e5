// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/ItemsDialog.h"

#include "widgets/dialogs/ActionButton.h"
#include "widgets/models/ItemsModel.h"
#include "widgets/style/Icons.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace cw {

ItemsDialog::ItemsDialog(std::shared_ptr<const MeasureProgress> progress, QWidget *parent)
    : QDialog(parent), m_progress(std::move(progress)), m_items(new ItemsModel(m_progress, this)),
      m_filter(new QLineEdit(this)), m_count(new QLabel(this)), m_table(new QTableView(this))
{
    const MeasureRun &run = m_progress->run;
    setObjectName(QStringLiteral("itemsDialog"));
    setWindowTitle(tr("Items of %1, %2")
                       .arg(QCoreApplication::translate("Measure", run.info().title), QDir(run.folder).dirName()));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1000, 620);
    m_filter->setObjectName(QStringLiteral("itemFilterEdit"));
    m_filter->setPlaceholderText(tr("Search in texts, groups and remarks"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_count->setObjectName(QStringLiteral("itemCountLabel"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    buildTable();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const QPushButton *write =
        actionButton(*buttons, "exportItemsButton", tr("&Export as CSV…"), QStringLiteral("export-numbers"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *top = new QHBoxLayout;
    top->addWidget(m_filter, 1);
    top->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    connect(m_filter, &QLineEdit::textChanged, m_items, &ItemsModel::setFilter);
    connect(m_items, &QAbstractItemModel::modelReset, this, &ItemsDialog::showCount);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(write, &QPushButton::clicked, this, &ItemsDialog::askForFile);
    m_filter->setFocus();
    showCount();
}

void ItemsDialog::buildTable()
{
    m_table->setObjectName(QStringLiteral("itemTable"));
    m_table->setAccessibleName(tr("Items"));
    m_table->setModel(m_items);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; column < m_items->columnCount(); ++column) {
        const QString heading = m_items->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int least = column == 1                         ? 48
                          : column == m_items->reasonColumn() ? 22
                          : m_items->isNumber(column)         ? 9
                                                              : 16;
        // Beside the heading, its sign of sorting needs room.
        m_table->setColumnWidth(column, std::max(least * digit, fontMetrics().horizontalAdvance(heading) + 32));
    }
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setSortingEnabled(true);
    auto *action = new QAction(icon(QStringLiteral("copy")), tr("&Copy"), this);
    action->setShortcut(QKeySequence::Copy);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, &ItemsDialog::copy);
    m_table->addAction(action);
}

void ItemsDialog::showCount()
{
    const auto all = static_cast<qsizetype>(m_progress->states.size());
    m_count->setText(m_items->rowCount() == all ? tr("%1 items").arg(all)
                                                : tr("%1 of %2 items").arg(m_items->rowCount()).arg(all));
}

void ItemsDialog::copy()
{
    QStringList lines;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < m_items->columnCount(); ++column)
            cells << index.siblingAtColumn(column).data().toString();
        lines << cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void ItemsDialog::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Export items"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("CSV: one line per item (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(m_progress->run.settings.measures + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { Q_EMIT exportAsked(m_progress, path); });
    dialog->open();
}

} // namespace cw
