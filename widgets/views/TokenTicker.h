// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/QCustomPlotHeader.h"

namespace cw {

/// Ticks of an axis whose whole numbers have names: as many as fit, the named ones that matter (the subject) first.
class TokenTicker final : public QCPAxisTicker {
public:
    void setLabels(QVector<QString> labels, int keepBegin, int keepEnd);
    /// How many labels the axis has room for.
    void setCapacity(int capacity);

    void generate(const QCPRange &range, const QLocale &locale, QChar format, int precision, QVector<double> &ticks,
                  QVector<double> *subTicks, QVector<QString> *tickLabels) override;

private:
    QVector<QString> m_labels;
    int m_keepBegin = 0;
    int m_keepEnd = 0;
    int m_capacity = 1;
};

} // namespace cw
