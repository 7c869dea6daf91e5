// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditSettings.h"
#include "core/jobs/WeightPart.h"
#include "widgets/models/WeightRows.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTableView;
class QToolButton;

namespace cw {

class PartTree;
class Selection;
class Settings;
class ShownTrace;
class TickForm;
class TickedWeights;
class WeightTree;

/// The weights of the open model: modules by layer, the rows or neurons of the chosen one, and what is done with those
/// that are ticked. What is chosen here is chosen in the maps too.
class WeightsPanel final : public QWidget {
    Q_OBJECT
public:
    WeightsPanel(TickedWeights &ticks, ShownTrace &trace, Selection &selection, Settings &settings,
                 QWidget *parent = nullptr);

    /// What the fields and the ticks ask for.
    EditSettings settings() const;
    void setNorms(const PartNorms &norms);
    void setGradients(const PartNorms &gradients);
    /// They are being measured.
    void setMeasuringGradients(bool measuring);
    /// The votes of places as Located names them; empty: nothing was located.
    void setVotes(const QHash<QString, qint64> &votes);
    /// Norms are asked for once they can be seen.
    void setSeen(bool isSeen);
    bool hasTicks() const;
    /// An edit is being made.
    void setMaking(bool making);
    void makeEdit();

Q_SIGNALS:
    void editAsked(const cw::EditSettings &settings);
    /// The norms of the open model can be seen, and are not measured yet.
    void normsWanted();
    void gradientsAsked();
    /// The person wants to see the table of votes.
    void votesAsked();
    /// What is ticked, or what would be done with it, is another.
    void draftChanged();

private:
    QWidget *buildRows();
    QWidget *buildRowBar();
    void buildTable();
    void take(WeightRows::Column column, const PartNorms &norms);
    void showColumns();
    QWidget *buildBar();
    void showModel();
    void askForNorms();
    void showPart();
    void showEffects();
    void showTicks();
    void chooseCell();
    void chooseInMap(int part);
    void filter(const QString &words);
    void showPartLabel();
    bool eventFilter(QObject *watched, QEvent *event) override;

    TickedWeights &m_ticks;
    ShownTrace &m_trace;
    Selection &m_selection;
    WeightTree *m_parts;
    WeightRows *m_rows;
    PartTree *m_tree;
    QTableView *m_table;
    QLabel *m_partLabel;
    QLineEdit *m_filter;
    QLabel *m_filterHint;
    QToolButton *m_tickedOnly;
    TickForm *m_form;
    QLabel *m_count;
    QPushButton *m_clear;
    QPushButton *m_make;
    QToolButton *m_gradients;
    QToolButton *m_votes;
    std::array<QHash<int, std::vector<float>>, WeightRows::ColumnCount> m_numbers; ///< by column and part
    bool m_isSeen = false;
    bool m_isMeasured = false;
    bool m_isMeasuringGradients = false;
    bool m_making = false;
    bool m_hasVotes = false;
};

} // namespace cw
