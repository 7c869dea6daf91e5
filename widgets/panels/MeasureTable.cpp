// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/MeasureTable.h"

#include "widgets/models/MeasuresModel.h"
#include "widgets/panels/IntervalDelegate.h"
#include "widgets/style/Icons.h"
#include "widgets/views/IntervalBar.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeView>
#include <algorithm>

namespace cw {

namespace {

constexpr int barWidth = 190;

} // namespace

MeasureTable::MeasureTable(ShownMeasures &shown, QWidget *parent)
    : QWidget(parent), m_shown(shown), m_model(new MeasuresModel(shown, this)), m_table(new QTreeView(this)),
      m_remarks(new QLabel(this)), m_empty(new QLabel(this)), m_pages(new QStackedLayout(this)),
      m_copy(new QAction(icon(QStringLiteral("copy")), tr("&Copy"), this)),
      m_items(new QAction(tr("Show &Items"), this))
{
    m_empty->setText(tr("Tick measures and press Measure: each number comes with its interval, its items and what is "
                        "known against it."));
    m_empty->setWordWrap(true);
    m_empty->setMargin(10);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    buildTable();
    parts->addWidget(m_table);
    buildRemarks();
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumHeight(3 * fontMetrics().lineSpacing() + 12);
    scroll->setWidget(m_remarks);
    parts->addWidget(scroll);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 0);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(parts);
    connect(&m_shown, &ShownMeasures::opened, this, &MeasureTable::showRows);
    connect(&m_shown, &ShownMeasures::changed, this, &MeasureTable::spanReason);
    showRows();
}

void MeasureTable::buildTable()
{
    m_table->setObjectName(QStringLiteral("measureTable"));
    m_table->setAccessibleName(tr("Measures and their numbers"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setModel(m_model);
    m_table->setUniformRowHeights(true);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setExpandsOnDoubleClick(false);
    m_table->setItemDelegateForColumn(MeasuresModel::Bar, new IntervalDelegate(MeasuresModel::BarRole, m_table));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_copy->setObjectName(QStringLiteral("copyMeasuresAction"));
    m_copy->setShortcut(QKeySequence::Copy);
    m_items->setObjectName(QStringLiteral("showItemsAction"));
    for (QAction *action : {m_items, m_copy}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(action);
    }
    connect(m_copy, &QAction::triggered, this, &MeasureTable::copy);
    connect(m_items, &QAction::triggered, this, &MeasureTable::askForItems);
    connect(m_table, &QTreeView::activated, this, &MeasureTable::askForItems);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &MeasureTable::showRemarks);
}

void MeasureTable::buildRemarks()
{
    m_remarks->setObjectName(QStringLiteral("measureRemarksLabel"));
    m_remarks->setTextFormat(Qt::PlainText);
    m_remarks->setWordWrap(true);
    m_remarks->setMargin(6);
    m_remarks->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_remarks->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_remarks->setAccessibleName(tr("About the chosen measure"));
}

void MeasureTable::addMenu(const QList<QAction *> &actions)
{
    m_table->addActions(actions);
}

void MeasureTable::showRows()
{
    m_pages->setCurrentIndex(m_shown.rows().empty() ? 0 : 1);
    showColumns();
    for (int row = 0; row < m_model->rowCount(); ++row)
        spanReason(row);
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    if (m_model->rowCount() == 1)
        m_table->expand(m_model->index(0, 0));
    showRemarks();
}

void MeasureTable::showColumns()
{
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const std::vector<int> widths{0,          11 * digit, 19 * digit, 11 * digit, 27 * digit, 9 * digit,
                                  12 * digit, 10 * digit, barWidth,   17 * digit, 12 * digit};
    for (int column = 0; column < MeasuresModel::ColumnCount; ++column) {
        if (column != MeasuresModel::Name)
            m_table->setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
        if (MeasuresModel::isOfComparison(column))
            m_table->setColumnHidden(column, !m_shown.hasAfter());
    }
    // Beside a change with its interval, that of the first value stands on the scale.
    m_table->setColumnHidden(MeasuresModel::Range, m_shown.hasAfter());
}

void MeasureTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_table->setColumnWidth(MeasuresModel::Name, std::clamp(event->size().width() * 2 / 5, 150, 330));
}

/// Why a measure could not be taken is a sentence: it has the whole row.
void MeasureTable::spanReason(int row)
{
    m_table->setFirstColumnSpanned(row, {}, m_shown.rows()[static_cast<std::size_t>(row)].isNotRun());
    showRemarks();
}

void MeasureTable::showRemarks()
{
    const int row = MeasuresModel::measureOf(m_table->currentIndex());
    const bool isThere = row >= 0 && row < static_cast<int>(m_shown.rows().size());
    m_remarks->setText(isThere ? remarks(m_shown, m_shown.rows()[static_cast<std::size_t>(row)]).join(QLatin1Char('\n'))
                               : QString());
    m_items->setEnabled(isThere);
}

QModelIndexList MeasureTable::shownRows() const
{
    QModelIndexList rows;
    for (QModelIndex index = m_model->index(0, 0); index.isValid(); index = m_table->indexBelow(index))
        rows << index;
    return rows;
}

QString MeasureTable::asText() const
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    QStringList columns;
    QVector<int> places;
    for (int column = 0; column < MeasuresModel::ColumnCount; ++column) {
        if (column == MeasuresModel::Bar || m_table->isColumnHidden(column))
            continue;
        places << column;
        columns << m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    QStringList lines{columns.join(QLatin1Char('\t'))};
    for (const QModelIndex &index : shownRows()) {
        if (chosen.size() > 1 && !chosen.contains(index))
            continue;
        QStringList cells;
        for (const int column : places)
            cells << index.siblingAtColumn(column).data().toString();
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

Picture MeasureTable::asPicture() const
{
    std::vector<BarLine> lines;
    for (const QModelIndex &index : shownRows()) {
        const auto cell = [&index](int column) { return index.siblingAtColumn(column); };
        const QString range = cell(MeasuresModel::Range).data().toString();
        const QString value = cell(MeasuresModel::Value).data().toString();
        lines.push_back(
            {index.data().toString(), range.isEmpty() ? value : QStringLiteral("%1  [%2]").arg(value, range),
             cell(MeasuresModel::Bar).data(MeasuresModel::BarRole).value<IntervalBar>(), !index.parent().isValid()});
    }
    QStringList names{m_shown.model(ShownMeasures::Side::Before).name};
    if (m_shown.hasAfter())
        names << m_shown.model(ShownMeasures::Side::After).name;
    return barLinesPicture(std::move(lines), names);
}

void MeasureTable::copy()
{
    QGuiApplication::clipboard()->setText(asText());
    Q_EMIT copied(tr("The table was copied."));
}

void MeasureTable::askForItems()
{
    if (const int row = MeasuresModel::measureOf(m_table->currentIndex()); row >= 0)
        Q_EMIT itemsAsked(row);
}

} // namespace cw
