// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/DataSetsDialog.h"

#include "widgets/models/DataSetsModel.h"
#include "widgets/style/Icons.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace cw {

DataSetsDialog::DataSetsDialog(const QString &folder, QWidget *parent)
    : QDialog(parent), m_sets(new DataSetsModel(this)), m_folder(new QLineEdit(this)), m_browse(new QToolButton(this)),
      m_table(new QTableView(this)), m_title(new QLabel(this)), m_address(new QLabel(this)),
      m_readers(new QLabel(this)), m_citation(new QLabel(this)), m_copy(new QToolButton(this))
{
    setObjectName(QStringLiteral("dataSetsDialog"));
    setWindowTitle(tr("Data sets"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1180, 640);
    auto *layout = new QVBoxLayout(this);
    buildFolder();
    auto *row = new QHBoxLayout;
    auto *title = new QLabel(tr("&Folder"), this);
    title->setBuddy(m_folder);
    row->addWidget(title);
    row->addWidget(m_folder, 1);
    row->addWidget(m_browse);
    layout->addLayout(row);
    buildTable();
    layout->addWidget(m_table, 1);
    buildAbout();
    auto *about = new QFormLayout;
    about->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    about->addRow(m_title);
    about->addRow(tr("Official address"), m_address);
    about->addRow(tr("Read by"), m_readers);
    auto *citation = new QHBoxLayout;
    citation->addWidget(m_citation, 1);
    citation->addWidget(m_copy, 0, Qt::AlignTop);
    about->addRow(tr("To cite"), citation);
    layout->addLayout(about);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    m_folder->setText(QDir::toNativeSeparators(folder));
    m_sets->setFolder(folder);
    m_table->setCurrentIndex(m_sets->index(0, 0));
    m_table->setFocus();
}

void DataSetsDialog::buildFolder()
{
    m_folder->setObjectName(QStringLiteral("setsFolderEdit"));
    m_folder->setReadOnly(true);
    m_folder->setPlaceholderText(tr("No folder is chosen yet"));
    m_browse->setObjectName(QStringLiteral("browseSetsButton"));
    m_browse->setIcon(icon(QStringLiteral("open-project")));
    m_browse->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_browse->setText(tr("Choose…"));
    connect(m_browse, &QToolButton::clicked, this, &DataSetsDialog::browse);
}

void DataSetsDialog::buildTable()
{
    m_table->setObjectName(QStringLiteral("dataSetsTable"));
    m_table->setAccessibleName(tr("Data sets"));
    m_table->setModel(m_sets);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const std::vector<int> widths{28, 15, 42, 17, 8, 15, 18};
    for (int column = 0; column < DataSetsModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, widths[static_cast<std::size_t>(column)] * digit);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DataSetsDialog::showSet);
}

void DataSetsDialog::buildAbout()
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_address->setObjectName(QStringLiteral("setAddressLabel"));
    m_address->setOpenExternalLinks(true);
    m_address->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_readers->setObjectName(QStringLiteral("setReadersLabel"));
    m_readers->setWordWrap(true);
    m_citation->setObjectName(QStringLiteral("setCitationLabel"));
    m_citation->setTextFormat(Qt::PlainText);
    m_citation->setWordWrap(true);
    m_citation->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setObjectName(QStringLiteral("copyCitationButton"));
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setToolTip(tr("Copy the citation"));
    m_copy->setAccessibleName(m_copy->toolTip());
    connect(m_copy, &QToolButton::clicked, this, &DataSetsDialog::copyCitation);
}

void DataSetsDialog::setSum(const QString &path, const QString &sum)
{
    m_sets->setSum(path, sum);
}

void DataSetsDialog::setFolder(const QString &folder)
{
    m_folder->setText(QDir::toNativeSeparators(folder));
    m_sets->setFolder(folder);
    Q_EMIT sumsAsked(m_sets->foundPaths());
}

void DataSetsDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder of data sets"), QDir::fromNativeSeparators(m_folder->text()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        setFolder(path);
        Q_EMIT folderChosen(path);
    });
    dialog->open();
}

void DataSetsDialog::showSet()
{
    const DataSetInfo &set = m_sets->set(m_table->currentIndex().row());
    m_title->setText(set.title);
    m_address->setText(QStringLiteral("<a href=\"%1\">%1</a>").arg(set.address.toHtmlEscaped()));
    const QStringList readers = DataSetsModel::readersOf(set.key);
    m_readers->setText(readers.isEmpty() ? tr("no measure yet") : readers.join(QStringLiteral(", ")));
    m_citation->setText(set.citation);
}

void DataSetsDialog::copyCitation()
{
    QGuiApplication::clipboard()->setText(m_citation->text());
}

} // namespace cw
