// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MeasureRun.h"

#include <QDialog>
#include <memory>

class QLabel;
class QLineEdit;
class QTableView;

namespace cw {

class ItemsModel;

/// The items of a measure with their values: a table that is sorted by its headings, searched, and written as CSV.
class ItemsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ItemsDialog(std::shared_ptr<const MeasureProgress> progress, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The items are to be written to path.
    void exportAsked(const std::shared_ptr<const cw::MeasureProgress> &progress, const QString &path);

private:
    void buildTable();
    void showCount();
    void copy();
    void askForFile();

    std::shared_ptr<const MeasureProgress> m_progress;
    ItemsModel *m_items;
    QLineEdit *m_filter;
    QLabel *m_count;
    QTableView *m_table;
};

} // namespace cw
