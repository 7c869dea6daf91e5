// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/IntervalBar.h"

#include "widgets/style/Numbers.h"
#include "widgets/style/Theme.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace cw {

namespace {

constexpr double endWidth = 34; ///< room for the ends of a scale, on each side

QString endText(double value)
{
    const QString text = QLocale::c().toString(std::abs(value), 'g', 3);
    return value < 0 ? QChar(0x2212) + text : text;
}

/// Paints the marks of one bar; x() is where a value stands.
class BarPainter {
public:
    BarPainter(QPainter &painter, const IntervalBar &bar, const QRectF &plot, const QPalette &palette)
        : m_painter(painter), m_bar(bar), m_plot(plot), m_palette(palette)
    {
    }

    void paintGround() const
    {
        m_painter.setPen(QPen(colour(Role::Border, m_palette), 1));
        m_painter.drawLine(QPointF(m_plot.left(), m_plot.center().y()), QPointF(m_plot.right(), m_plot.center().y()));
        for (const double end : {m_plot.left(), m_plot.right()})
            m_painter.drawLine(QPointF(end, m_plot.center().y() - 3), QPointF(end, m_plot.center().y() + 3));
        if (std::isnan(m_bar.ideal))
            return;
        m_painter.setPen(QPen(colour(Role::Good, m_palette), 1.5, Qt::DashLine));
        m_painter.drawLine(QPointF(x(m_bar.ideal), m_plot.top()), QPointF(x(m_bar.ideal), m_plot.bottom()));
    }

    /// size: half of the mark's height.
    void paintMark(const IntervalBar::Mark &mark, double y, double size, Role role, bool isHollow) const
    {
        if (!mark.isThere())
            return;
        const QColor ink = colour(role, m_palette);
        QColor wash = ink;
        wash.setAlphaF(0.28F);
        const double from = x(std::isnan(m_bar.ideal) ? std::clamp(0.0, m_bar.left, m_bar.right) : m_bar.ideal);
        m_painter.fillRect(QRectF(QPointF(from, y - size), QPointF(x(mark.value), y + size)).normalized(), wash);
        m_painter.setPen(QPen(ink, 1.5));
        if (!std::isnan(mark.low)) {
            m_painter.drawLine(QPointF(x(mark.low), y), QPointF(x(mark.high), y));
            for (const double end : {x(mark.low), x(mark.high)})
                m_painter.drawLine(QPointF(end, y - size), QPointF(end, y + size));
        }
        m_painter.setBrush(isHollow ? colour(Role::Surface, m_palette) : ink);
        m_painter.drawEllipse(QPointF(x(mark.value), y), size, size);
    }

private:
    double x(double value) const
    {
        const double share = (value - m_bar.left) / (m_bar.right - m_bar.left);
        return m_plot.left() + std::clamp(share, 0.0, 1.0) * m_plot.width();
    }

    QPainter &m_painter;
    const IntervalBar &m_bar;
    const QRectF m_plot;
    const QPalette &m_palette;
};

void paintLine(QPainter &painter, const BarLine &line, const QRectF &rect)
{
    const QPalette paper = paperPalette();
    QFont font = painter.font();
    font.setBold(line.isHead);
    painter.setFont(font);
    painter.setPen(colour(Role::Text, paper));
    const double indent = line.isHead ? 0 : 12;
    painter.drawText(rect.adjusted(indent, 0, -rect.width() + 330, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(line.title, Qt::ElideRight, static_cast<int>(330 - indent)));
    font.setBold(false);
    painter.setFont(font);
    painter.drawText(rect.adjusted(336, 0, -rect.width() + 530, 0), Qt::AlignRight | Qt::AlignVCenter, line.number);
    paintBar(painter, line.bar, rect.adjusted(540, 2, 0, -2), paper);
}

} // namespace

void setScale(IntervalBar &bar, bool isWhole)
{
    std::vector<double> all;
    for (const IntervalBar::Mark *mark : {&bar.before, &bar.after})
        for (const double value : {mark->value, mark->low, mark->high})
            if (std::isfinite(value))
                all.push_back(value);
    const double centre = std::isnan(bar.ideal) ? 0 : bar.ideal;
    double below = 0;
    double above = 0;
    for (const double value : all) {
        below = std::max(below, centre - value);
        above = std::max(above, value - centre);
    }
    const bool fits = std::all_of(all.begin(), all.end(), [](double value) { return value >= 0 && value <= 100; });
    if (isWhole && fits) {
        bar.left = 0;
        bar.right = 100;
        return;
    }
    // Both arms of an ideal have one length, so that a distance reads the same on either side.
    const double arm = roundUp(std::max({below, above, 1e-12}));
    bar.left = below > 0 || !std::isnan(bar.ideal) ? centre - arm : centre;
    bar.right = above > 0 || !std::isnan(bar.ideal) ? centre + arm : centre;
}

void paintBar(QPainter &painter, const IntervalBar &bar, const QRectF &rect, const QPalette &palette)
{
    if (bar.isEmpty() || rect.width() < 2 * endWidth + 20)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plot = rect.adjusted(endWidth + 4, 2, -endWidth - 4, -2);
    QFont small = painter.font();
    if (small.pixelSize() > 0)
        small.setPixelSize(std::max(8, small.pixelSize() - 2));
    else
        small.setPointSizeF(std::max(6.0, small.pointSizeF() - 2));
    painter.setFont(small);
    painter.setPen(colour(Role::Muted, palette));
    painter.drawText(QRectF(rect.left(), rect.top(), endWidth, rect.height()), Qt::AlignRight | Qt::AlignVCenter,
                     endText(bar.left));
    painter.drawText(QRectF(rect.right() - endWidth, rect.top(), endWidth, rect.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, endText(bar.right));
    const BarPainter marks(painter, bar, plot, palette);
    marks.paintGround();
    const double step = bar.after.isThere() && bar.before.isThere() ? plot.height() / 4 : 0;
    const double size = step > 0 ? std::min(3.0, 0.6 * step) : 3;
    marks.paintMark(bar.before, plot.center().y() - step, size, Role::TargetA, false);
    marks.paintMark(bar.after, plot.center().y() + step, size, Role::TargetB, true);
    painter.restore();
}

Picture barLinesPicture(std::vector<BarLine> lines, const QStringList &names)
{
    constexpr double height = 24;
    const QString title = names.join(QStringLiteral(" → "));
    const QSizeF size(800, 44 + height * static_cast<double>(lines.size()) + 10);
    const auto paint = [lines = std::move(lines), title, size, height](QPainter &painter) {
        QFont font = QGuiApplication::font();
        font.setPixelSize(13);
        painter.setFont(font);
        painter.setPen(colour(Role::Text, paperPalette()));
        painter.drawText(QRectF(14, 10, size.width() - 28, 22), Qt::AlignLeft | Qt::AlignVCenter, title);
        font.setPixelSize(12);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            painter.setFont(font);
            paintLine(painter, lines[i], QRectF(14, 40 + height * static_cast<double>(i), size.width() - 28, height));
        }
    };
    return {title, size, paint};
}

} // namespace cw
