// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MgLevels.h"
#include "widgets/views/Picture.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace cw {

class LevelsModel;
class TradeOffPlot;

/// MG-Editing at all levels: what each gains against what it costs as marks, below them every number. Grows while the
/// levels are edited; the edit of the chosen one can be put on the stack.
class LevelsDialog final : public QDialog {
    Q_OBJECT
public:
    /// isRunning: more levels are to come.
    LevelsDialog(const MgLevels &levels, bool isRunning, QWidget *parent = nullptr);

    void setLevels(const MgLevels &levels, bool isRunning);

Q_SIGNALS:
    /// The comparison is to be written to path.
    void exportAsked(const cw::MgLevels &levels, const QString &path);
    void pictureAsked(const cw::Picture &picture, const QString &path, double dpi);
    /// The edit of a level is to lie on the stack of edits.
    void layAsked(const QString &level);

private:
    QWidget *buildChart();
    void buildTable();
    QDialogButtonBox *buildButtons();
    void showMarks();
    void choose(int line);
    void showChosen();
    int chosen() const;
    void askForFile();
    void askForPicture();

    LevelsModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QLabel *m_summary;
    QComboBox *m_score;
    TradeOffPlot *m_plot;
    QTableView *m_table = nullptr;
    QPushButton *m_lay = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_exportPicture = nullptr;
};

} // namespace cw
