// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

namespace cw {

/// A small line of how a number went: exact points filled, estimates hollow, and the number it began with dashed.
class Sparkline final : public QWidget {
    Q_OBJECT
public:
    struct Point {
        double value;
        bool isExact;
    };

    explicit Sparkline(QWidget *parent = nullptr);

    /// start: what the dashed line stands at.
    void setPoints(const QVector<Point> &points, double start);
    const QVector<Point> &points() const { return m_points; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPointF place(int point) const;

    QVector<Point> m_points;
    double m_start = 0;
    double m_least = 0;
    double m_most = 1;
};

} // namespace cw
