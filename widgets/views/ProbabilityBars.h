// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/Picture.h"
#include "widgets/views/SpokenValue.h"

#include <QPalette>
#include <QWidget>
#include <vector>

namespace cw {

/// The probability of one target in the clean run and, as the mean over noise samples, in the corrupted one.
struct TargetBar {
    QString target;
    double clean = 0;
    double corrupted = 0;
    double corruptedError = 0; ///< standard error over samples; NaN for a single one
};

/// Bars of the clean and corrupted probability of each target.
class ProbabilityBars final : public QWidget, public SpokenValue {
    Q_OBJECT
public:
    explicit ProbabilityBars(QWidget *parent = nullptr);

    void setBars(const std::vector<TargetBar> &bars);
    const std::vector<TargetBar> &bars() const { return m_bars; }
    void setEmptyText(const QString &text);

    QString spokenValue() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<TargetBar> m_bars;
    QString m_emptyText;
};

/// The bars on white, for export.
Picture barsPicture(const std::vector<TargetBar> &bars, const QString &caption);

} // namespace cw
