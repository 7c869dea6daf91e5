// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/ShownMeasures.h"
#include "widgets/views/Picture.h"

#include <QModelIndex>
#include <QWidget>

class QAction;
class QLabel;
class QStackedLayout;
class QTreeView;

namespace cw {

class MeasuresModel;

/// The measures that are looked at as a table, and below it what there is to say about the chosen one.
class MeasureTable final : public QWidget {
    Q_OBJECT
public:
    explicit MeasureTable(ShownMeasures &shown, QWidget *parent = nullptr);

    /// The chosen rows, or all where none is chosen, with tabulators between their cells.
    QString asText() const;
    /// The bars of what is unfolded.
    Picture asPicture() const;
    /// Entries of the table's menu, behind those of its own.
    void addMenu(const QList<QAction *> &actions);

Q_SIGNALS:
    /// The items of a row of the table are to be seen.
    void itemsAsked(int row);
    void copied(const QString &what);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTable();
    void buildRemarks();
    void showRows();
    void showColumns();
    void showRemarks();
    void spanReason(int row);
    void copy();
    void askForItems();
    QModelIndexList shownRows() const;

    ShownMeasures &m_shown;
    MeasuresModel *m_model;
    QTreeView *m_table;
    QLabel *m_remarks;
    QLabel *m_empty;
    QStackedLayout *m_pages;
    QAction *m_copy;
    QAction *m_items;
};

} // namespace cw
