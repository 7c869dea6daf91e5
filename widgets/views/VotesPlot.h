// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/SpokenValue.h"
#include "widgets/views/VoteBars.h"

#include <QWidget>

namespace cw {

/// A histogram of votes. The mouse or the arrow keys read out a bar.
class VotesPlot final : public QWidget, public SpokenValue {
    Q_OBJECT
public:
    explicit VotesPlot(const VoteBars &chart, QWidget *parent = nullptr);

    const VoteBars &chart() const { return m_chart; }
    int current() const { return m_current; }
    /// As it is painted now.
    VoteBarsPainter painterFor() const;

    QString spokenValue() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setCurrent(int bar);
    QString said(int bar) const;

    VoteBars m_chart;
    int m_current = -1;
};

} // namespace cw
