// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditFacts.h"
#include "widgets/style/Theme.h"

#include <QWidget>

namespace cw {

/// An edit among its controls on one scale: a tick for each draw, the band in which most of them lie, the score before
/// as a filled mark and that of the edit as a hollow one.
class PlaceboPlot final : public QWidget {
    Q_OBJECT
public:
    explicit PlaceboPlot(const KeptPlacebo &placebo, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Where a score stands, from the left.
    double x(double score) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintDraws(QPainter &painter, const QRectF &band) const;
    void paintMark(QPainter &painter, double score, double y, Role role, bool isHollow) const;
    void paintName(QPainter &painter, double score, const QRectF &line, const QString &name) const;

    const KeptPlacebo m_placebo;
    double m_least;
    double m_most;
};

} // namespace cw
