// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/PlainTable.h"

#include <QHeaderView>
#include <QScrollBar>
#include <algorithm>

namespace cw {

namespace {

constexpr int mostRows = 12;

bool isNumber(const QString &text)
{
    bool is = false;
    text.toDouble(&is);
    return is;
}

} // namespace

PlainTable::PlainTable(const QVector<QStringList> &rows, QWidget *parent)
    : QTableWidget(static_cast<int>(rows.size()) - 1, static_cast<int>(rows.first().size()), parent)
{
    setHorizontalHeaderLabels(rows.first());
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column) {
            const QString text = rows[row + 1].value(column);
            auto *cell = new QTableWidgetItem(text);
            const bool isRight = column + 1 < columnCount() && isNumber(text);
            cell->setTextAlignment((isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
            cell->setToolTip(text);
            setItem(row, column, cell);
        }
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    resizeColumnsToContents();
    fitHeight();
}

void PlainTable::fitHeight()
{
    const int rows = std::min(rowCount(), mostRows);
    const int bar = horizontalScrollBar()->sizeHint().height();
    setFixedHeight(horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + bar +
                   2 * frameWidth());
}

} // namespace cw
