// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/ProbabilityBars.h"

#include "widgets/style/Numbers.h"
#include "widgets/style/Theme.h"
#include "widgets/views/EmptyText.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace cw {

namespace {

/// Paints horizontal bars: a pair for each target, clean full and corrupted pale.
class BarsPainter {
public:
    BarsPainter(const std::vector<TargetBar> &bars, const QRectF &rect, const QPalette &palette, int pixels)
        : m_bars(bars), m_rect(rect), m_palette(palette), m_font(QGuiApplication::font())
    {
        m_font.setPixelSize(pixels);
        const QFontMetricsF metrics(m_font);
        for (const TargetBar &bar : bars) {
            m_labels = std::max(m_labels, metrics.horizontalAdvance(bar.target));
            m_end = std::max({m_end, bar.clean, bar.corrupted});
        }
        for (const char *name : {"clean", "corrupted"})
            m_names =
                std::max(m_names, metrics.horizontalAdvance(QCoreApplication::translate("ProbabilityBars", name)));
        m_end = roundUp(m_end);
        m_numbers = metrics.horizontalAdvance(QStringLiteral("0.0000 ± 0.0000")) + 8;
        m_row = std::clamp(rect.height() / std::max<double>(1, 2.6 * double(bars.size())), metrics.height(), 26.0);
    }

    void paint(QPainter &painter) const
    {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(m_font);
        double y = m_rect.top();
        for (std::size_t i = 0; i < m_bars.size(); ++i) {
            const QColor ink = colour(i == 0 ? Role::TargetA : Role::TargetB, m_palette);
            QColor pale = ink;
            pale.setAlphaF(0.3F);
            painter.setPen(colour(Role::Text, m_palette));
            painter.drawText(QRectF(m_rect.left(), y, m_labels + 2, 2 * m_row), Qt::AlignLeft | Qt::AlignVCenter,
                             m_bars[i].target);
            paintBar(painter, y, m_bars[i].clean, NAN, QCoreApplication::translate("ProbabilityBars", "clean"), ink,
                     QBrush(ink));
            paintBar(painter, y + m_row, m_bars[i].corrupted, m_bars[i].corruptedError,
                     QCoreApplication::translate("ProbabilityBars", "corrupted"), ink, QBrush(pale));
            y += 2.6 * m_row;
        }
    }

    double height() const { return 2.6 * m_row * double(m_bars.size()) - 0.6 * m_row; }

private:
    void paintBar(QPainter &painter, double y, double value, double error, const QString &name, const QColor &ink,
                  const QBrush &brush) const
    {
        const double left = m_rect.left() + m_labels + m_names + 22;
        const double length = std::max(10.0, m_rect.right() - m_numbers - left);
        const double end = left + (m_end > 0 ? value / m_end * length : 0);
        painter.setPen(colour(Role::Muted, m_palette));
        painter.drawText(QRectF(left - m_names - 8, y, m_names + 2, m_row), Qt::AlignRight | Qt::AlignVCenter, name);
        painter.setPen(QPen(ink, 1));
        painter.setBrush(brush);
        painter.drawRect(QRectF(left, y + 2, std::max(1.0, end - left), m_row - 4));
        double after = end;
        if (std::isfinite(error) && error > 0 && m_end > 0) {
            const double half = error / m_end * length;
            after += half;
            painter.setPen(QPen(colour(Role::Text, m_palette), 1.2));
            painter.drawLine(QPointF(end - half, y + m_row / 2), QPointF(end + half, y + m_row / 2));
        }
        painter.setPen(colour(Role::Text, m_palette));
        const QString number = std::isfinite(error)
                                   ? formatProbability(value) + QStringLiteral(" ± ") + formatProbability(error)
                                   : formatProbability(value);
        painter.drawText(QRectF(after + 6, y, m_numbers, m_row), Qt::AlignLeft | Qt::AlignVCenter, number);
    }

    const std::vector<TargetBar> &m_bars;
    QRectF m_rect;
    QPalette m_palette;
    QFont m_font;
    double m_labels = 0;
    double m_names = 0;
    double m_numbers = 0;
    double m_end = 0;
    double m_row = 0;
};

} // namespace

ProbabilityBars::ProbabilityBars(QWidget *parent) : QWidget(parent)
{
    makeSpoken();
    setFocusPolicy(Qt::TabFocus);
    setMinimumHeight(80);
    setAccessibleName(tr("Probabilities of the targets"));
}

void ProbabilityBars::setBars(const std::vector<TargetBar> &bars)
{
    m_bars = bars;
    announce(this);
    update();
}

void ProbabilityBars::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

QString ProbabilityBars::spokenValue() const
{
    QStringList parts;
    for (const TargetBar &bar : m_bars)
        parts << tr("%1: clean %2, corrupted %3")
                     .arg(bar.target, formatProbability(bar.clean), formatProbability(bar.corrupted));
    return parts.join(QStringLiteral("; "));
}

QSize ProbabilityBars::sizeHint() const
{
    return QSize(320, 150);
}

void ProbabilityBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Role::Surface, palette()));
    if (m_bars.empty()) {
        paintEmpty(painter, *this, m_emptyText);
        return;
    }
    BarsPainter(m_bars, QRectF(rect()).adjusted(12, 12, -12, -12), palette(), QFontInfo(font()).pixelSize())
        .paint(painter);
}

Picture barsPicture(const std::vector<TargetBar> &bars, const QString &caption)
{
    const double top = caption.isEmpty() ? 14 : 38;
    const QRectF rect(14, top, 452, 52.0 * double(bars.size()) + 8);
    const auto paint = [bars, caption, rect](QPainter &painter) {
        QFont font = QGuiApplication::font();
        font.setPixelSize(13);
        painter.setFont(font);
        painter.setPen(colour(Role::Text, paperPalette()));
        painter.drawText(QRectF(14, 10, rect.width(), 20), Qt::AlignLeft | Qt::AlignVCenter, caption);
        BarsPainter(bars, rect, paperPalette(), 12).paint(painter);
    };
    return {caption, QSizeF(480, rect.bottom() + 14), paint};
}

} // namespace cw
