// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace cw {

class DataSetsModel;

/// The data sets that measures read: what the chosen folder holds of them, where they come from, what they may be used
/// for, and how they are cited.
class DataSetsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit DataSetsDialog(const QString &folder, QWidget *parent = nullptr);

    /// The sum of a file that sumsAsked() named; empty: it cannot be read.
    void setSum(const QString &path, const QString &sum);
    /// Looks again at what the folder holds, and asks for the sums.
    void setFolder(const QString &folder);

Q_SIGNALS:
    void folderChosen(const QString &folder);
    void sumsAsked(const QStringList &paths);

private:
    void buildFolder();
    void buildTable();
    void buildAbout();
    void browse();
    void showSet();
    void copyCitation();

    DataSetsModel *m_sets;
    QLineEdit *m_folder;
    QToolButton *m_browse;
    QTableView *m_table;
    QLabel *m_title;
    QLabel *m_address;
    QLabel *m_readers;
    QLabel *m_citation;
    QToolButton *m_copy;
};

} // namespace cw
