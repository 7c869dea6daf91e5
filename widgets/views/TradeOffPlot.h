// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/SpokenValue.h"
#include "widgets/views/TradeOff.h"

#include <QWidget>

namespace cw {

/// Ways to edit by what they gain and what they cost. The mouse or the arrow keys read out a mark and choose it.
class TradeOffPlot final : public QWidget, public SpokenValue {
    Q_OBJECT
public:
    explicit TradeOffPlot(QWidget *parent = nullptr);

    void setTradeOff(const TradeOff &chart);
    const TradeOff &tradeOff() const { return m_chart; }
    /// What stands in the place of the marks where there are none.
    void setEmptyText(const QString &text);
    int current() const { return m_current; }
    /// -1: none.
    void setCurrent(int mark);
    /// As it is painted now.
    TradeOffPainter painterFor() const;

    QString spokenValue() const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    /// A person has chosen a mark.
    void chosen(int mark);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString said(int mark) const;

    TradeOff m_chart;
    QString m_emptyText;
    int m_current = -1;
};

} // namespace cw
