// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/TradeOff.h"

#include "widgets/style/Numbers.h"
#include "widgets/style/Theme.h"
#include "widgets/views/Chart.h"
#include "widgets/views/LabelPlaces.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace cw {

namespace {

constexpr double testSize = 5.2;
constexpr double trainSize = 3.8; ///< within that of the test fold where both are the same
constexpr double ringSize = 9.5;
constexpr double bandWidth = 8;
constexpr double reach = 14;        ///< how far off a mark is still meant
constexpr double leaderLength = 22; ///< from which on a name is joined to its mark by a line
constexpr double wideCosts = 4;     ///< the largest over the smallest, from which on the axis is logarithmic
constexpr double leastSpan = 0.02;  ///< of costs: less is no difference to look at

QString text(const char *word)
{
    return QCoreApplication::translate("TradeOff", word);
}

QColor bandColour(const QPalette &palette)
{
    QColor ink = colour(Role::Muted, palette);
    ink.setAlphaF(0.35F);
    return ink;
}

QString tickText(double value)
{
    return QString::number(value, 'g', 4);
}

} // namespace

bool TradeOffMark::isDrawable() const
{
    return std::isfinite(cost) && cost > 0 && std::isfinite(train) && std::isfinite(test);
}

TradeOffPainter::TradeOffPainter(const TradeOff &chart, const QRectF &rect, const QPalette &palette, int pixels)
    : m_chart(chart), m_palette(palette), m_rect(rect), m_pixels(pixels)
{
    findRange();
    const QFontMetricsF metrics(chartFont(pixels));
    double widest = 0;
    for (const double tick : axisTicks(0, m_high, 4))
        widest = std::max(widest, metrics.horizontalAdvance(tickText(tick)));
    m_plot = rect.adjusted(widest + 14, metrics.height() + 14, -14, -2 * metrics.height() - 10);
    placeNames();
}

double TradeOffPainter::scaled(double cost) const
{
    return m_isLogarithmic ? std::log10(cost) : cost;
}

void TradeOffPainter::findRange()
{
    double least = 1;
    double most = 1;
    double high = 0;
    bool isFirst = true;
    for (const TradeOffMark &mark : m_chart.marks) {
        if (!mark.isDrawable())
            continue;
        least = isFirst ? mark.cost : std::min(least, mark.cost);
        most = isFirst ? mark.cost : std::max(most, mark.cost);
        high = std::max({high, mark.train, mark.test, mark.placebo ? mark.placebo->high : 0});
        isFirst = false;
    }
    m_isLogarithmic = most > wideCosts * least;
    m_least = scaled(least);
    m_most = scaled(most);
    const double missing = std::max(0.0, leastSpan - (m_most - m_least)) / 2;
    const double room = 0.08 * (m_most - m_least) + missing;
    m_least -= room;
    m_most += room;
    m_high = high > 0 ? 1.1 * high : 1;
}

/// Where its folds stand.
std::vector<QPointF> TradeOffPainter::ends(const TradeOffMark &mark) const
{
    return {point(mark.cost, mark.train), point(mark.cost, mark.test)};
}

/// From one to the other, with so much around them.
QRectF TradeOffPainter::barOf(const TradeOffMark &mark, double around) const
{
    const std::vector<QPointF> both = ends(mark);
    return QRectF(both[0], both[1]).normalized().adjusted(-around, -around, around, around);
}

/// What lies below and to the left of them is better than the first mark in both respects.
std::vector<QLineF> TradeOffPainter::references() const
{
    const TradeOffMark &first = m_chart.marks.front();
    if (!first.isDrawable())
        return {};
    const QPointF at = point(first.cost, first.test);
    return {QLineF(m_plot.left(), at.y(), m_plot.right(), at.y()),
            QLineF(at.x(), m_plot.top(), at.x(), m_plot.bottom())};
}

void TradeOffPainter::placeNames()
{
    const QFontMetricsF metrics(chartFont(m_pixels));
    std::vector<LabelWish> wishes;
    std::vector<QRectF> taken;
    for (const TradeOffMark &mark : m_chart.marks) {
        if (!mark.isDrawable())
            continue;
        const std::vector<QPointF> both = ends(mark);
        wishes.push_back({both, QSizeF(metrics.horizontalAdvance(mark.name) + 2, metrics.height())});
        taken.push_back(barOf(mark, mark.isBroken ? ringSize : testSize + 1));
    }
    for (const QLineF &line : references())
        taken.push_back(QRectF(line.p1(), line.p2()).adjusted(-1, -1, 1, 1));
    const std::vector<QRectF> places = labelPlaces(wishes, std::move(taken), m_plot);
    std::size_t next = 0;
    for (const TradeOffMark &mark : m_chart.marks)
        m_names.push_back(mark.isDrawable() ? places[next++] : QRectF());
}

QPointF TradeOffPainter::point(double cost, double score) const
{
    return QPointF(m_plot.left() + (scaled(cost) - m_least) / (m_most - m_least) * m_plot.width(),
                   m_plot.bottom() - score / m_high * m_plot.height());
}

int TradeOffPainter::markAt(const QPointF &position) const
{
    int found = -1;
    double nearest = reach;
    for (std::size_t i = 0; i < m_chart.marks.size(); ++i) {
        if (!m_chart.marks[i].isDrawable())
            continue;
        const double distance =
            m_names[i].contains(position) ? 0 : shortestLine({position}, barOf(m_chart.marks[i], 0)).length();
        if (distance < nearest) {
            nearest = distance;
            found = static_cast<int>(i);
        }
    }
    return found;
}

void TradeOffPainter::paint(QPainter &painter, int current) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    paintHead(painter);
    paintReference(painter);
    for (const TradeOffMark &mark : m_chart.marks)
        if (mark.isDrawable() && mark.placebo)
            paintBand(painter, mark);
    for (std::size_t i = 0; i < m_chart.marks.size(); ++i)
        if (m_chart.marks[i].isDrawable())
            paintMark(painter, m_chart.marks[i], static_cast<int>(i) == current);
    for (std::size_t i = 0; i < m_chart.marks.size(); ++i)
        if (m_chart.marks[i].isDrawable())
            paintName(painter, i);
    paintMissing(painter);
    painter.restore();
}

std::vector<double> TradeOffPainter::costTicks() const
{
    if (!m_isLogarithmic)
        return axisTicks(m_least, m_most, 5);
    std::vector<double> ticks;
    for (double power = std::floor(m_least); power <= m_most; ++power)
        for (const double step : {1.0, 2.0, 5.0})
            if (const double at = power + std::log10(step); at >= m_least && at <= m_most)
                ticks.push_back(std::pow(10, power) * step);
    return ticks;
}

void TradeOffPainter::paintAxes(QPainter &painter) const
{
    const QFontMetricsF metrics(chartFont(m_pixels));
    painter.setFont(chartFont(m_pixels));
    for (const double tick : axisTicks(0, m_high, 4)) {
        const double y = point(1, tick).y();
        painter.setPen(QPen(colour(Role::Border, m_palette), tick == 0 ? 1.4 : 0.6));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter.setPen(colour(Role::Muted, m_palette));
        painter.drawText(
            QRectF(m_rect.left(), y - metrics.height(), m_plot.left() - m_rect.left() - 6, 2 * metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, tickText(tick));
    }
    for (const double tick : costTicks()) {
        const double x = point(tick, 0).x();
        painter.setPen(QPen(colour(Role::Border, m_palette), 0.6));
        painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom() + 3));
        painter.setPen(colour(Role::Muted, m_palette));
        painter.drawText(QRectF(x - 40, m_plot.bottom() + 4, 80, metrics.height()), Qt::AlignCenter, tickText(tick));
    }
    painter.drawText(QRectF(m_plot.left(), m_plot.bottom() + metrics.height() + 6, m_plot.width(), metrics.height()),
                     Qt::AlignCenter, metrics.elidedText(m_chart.costTitle, Qt::ElideRight, m_plot.width()));
}

std::vector<TradeOffPainter::Key> TradeOffPainter::keys() const
{
    std::vector<Key> all{{Key::Sign::Train, text(QT_TRANSLATE_NOOP("TradeOff", "train"))},
                         {Key::Sign::Test, text(QT_TRANSLATE_NOOP("TradeOff", "test"))}};
    if (std::any_of(m_chart.marks.begin(), m_chart.marks.end(), [](const TradeOffMark &mark) { return mark.isBroken; }))
        all.push_back({Key::Sign::Broken, text(QT_TRANSLATE_NOOP("TradeOff", "guards broken"))});
    if (std::any_of(m_chart.marks.begin(), m_chart.marks.end(),
                    [](const TradeOffMark &mark) { return !!mark.placebo; }))
        all.push_back({Key::Sign::Placebo, text(QT_TRANSLATE_NOOP("TradeOff", "90 % of placebos"))});
    all.push_back({Key::Sign::Reference, m_chart.marks.front().name});
    return all;
}

/// The title, and at the right what the signs mean.
void TradeOffPainter::paintHead(QPainter &painter) const
{
    const QFontMetricsF metrics(chartFont(m_pixels));
    const QRectF head(m_rect.left() + 4, m_rect.top() + 2, m_rect.width() - 18, metrics.height() + 2);
    painter.setPen(colour(Role::Text, m_palette));
    painter.setFont(chartFont(m_pixels + 1, true));
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_chart.title);
    const double titleEnd =
        head.left() + QFontMetricsF(chartFont(m_pixels + 1, true)).horizontalAdvance(m_chart.title) + 12;
    painter.setFont(chartFont(m_pixels));
    const std::vector<Key> all = keys();
    double right = head.right();
    for (auto key = all.rbegin(); key != all.rend(); ++key) {
        const double wide = metrics.horizontalAdvance(key->text);
        painter.setPen(colour(Role::Muted, m_palette));
        painter.drawText(QRectF(right - wide, head.top(), wide + 1, head.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         key->text);
        paintSign(painter, key->sign, QPointF(right - wide - 16, head.center().y()));
        right -= wide + 44;
    }
    // Only where there is room for it.
    const QString hint = text(QT_TRANSLATE_NOOP("TradeOff", "nearer the lower left is better"));
    painter.setPen(colour(Role::Muted, m_palette));
    if (titleEnd + metrics.horizontalAdvance(hint) < right)
        painter.drawText(QRectF(titleEnd, head.top(), right - titleEnd, head.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, hint);
}

QPen TradeOffPainter::brokenPen() const
{
    return QPen(colour(Role::Problem, m_palette), 1.6, Qt::DotLine);
}

void TradeOffPainter::paintSign(QPainter &painter, Key::Sign sign, const QPointF &centre) const
{
    const QColor ink = colour(Role::Muted, m_palette);
    painter.setBrush(Qt::NoBrush);
    switch (sign) {
    case Key::Sign::Train:
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(centre, trainSize, trainSize);
        break;
    case Key::Sign::Test:
        painter.setPen(QPen(ink, 1.8));
        painter.drawEllipse(centre, testSize - 1, testSize - 1);
        break;
    case Key::Sign::Broken:
        painter.setPen(brokenPen());
        painter.drawEllipse(centre, ringSize - 2, ringSize - 2);
        break;
    case Key::Sign::Placebo:
        painter.fillRect(QRectF(centre, QSizeF()).adjusted(-bandWidth / 2, -6, bandWidth / 2, 6),
                         bandColour(m_palette));
        break;
    case Key::Sign::Reference:
        painter.setPen(QPen(ink, 1.2, Qt::DashLine));
        painter.drawLine(centre - QPointF(9, 0), centre + QPointF(9, 0));
        break;
    }
}

void TradeOffPainter::paintReference(QPainter &painter) const
{
    painter.setPen(QPen(colour(Role::Muted, m_palette), 1, Qt::DashLine));
    for (const QLineF &line : references())
        painter.drawLine(line);
}

/// Behind the marks, as all of them may have the same cost.
void TradeOffPainter::paintBand(QPainter &painter, const TradeOffMark &mark) const
{
    const QPointF low = point(mark.cost, mark.placebo->low);
    const QPointF high = point(mark.cost, mark.placebo->high);
    painter.fillRect(QRectF(high, low).adjusted(-bandWidth / 2, -1, bandWidth / 2, 1), bandColour(m_palette));
}

void TradeOffPainter::paintMark(QPainter &painter, const TradeOffMark &mark, bool isCurrent) const
{
    const QPointF train = point(mark.cost, mark.train);
    const QPointF test = point(mark.cost, mark.test);
    if (isCurrent) {
        QColor halo = colour(Role::Accent, m_palette);
        halo.setAlphaF(0.25F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        painter.drawRoundedRect(barOf(mark, ringSize + 2), ringSize + 2, ringSize + 2);
    }
    if (mark.isBroken) {
        painter.setPen(brokenPen());
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(barOf(mark, ringSize), ringSize, ringSize);
    }
    painter.setPen(QPen(lineColour(mark.colourIndex, m_palette), 1.2));
    painter.drawLine(train, test);
    paintMarker(painter, test, mark.colourIndex, m_palette, testSize, Fill::Hollow);
    paintMarker(painter, train, mark.colourIndex, m_palette, trainSize);
}

void TradeOffPainter::paintName(QPainter &painter, std::size_t mark) const
{
    const QLineF leader = shortestLine(ends(m_chart.marks[mark]), m_names[mark]);
    if (leader.length() > leaderLength) {
        painter.setPen(QPen(colour(Role::Muted, m_palette), 0.7));
        painter.drawLine(leader.pointAt((testSize + 2) / leader.length()), leader.p2());
    }
    painter.setFont(chartFont(m_pixels));
    painter.setPen(colour(m_chart.marks[mark].isBroken ? Role::Problem : Role::Text, m_palette));
    painter.drawText(m_names[mark], Qt::AlignCenter, m_chart.marks[mark].name);
}

void TradeOffPainter::paintMissing(QPainter &painter) const
{
    QStringList missing;
    for (const TradeOffMark &mark : m_chart.marks)
        if (!mark.isDrawable())
            missing << mark.name;
    if (missing.isEmpty())
        return;
    painter.setPen(colour(Role::Muted, m_palette));
    painter.drawText(m_plot.adjusted(4, 0, -4, -4), Qt::AlignRight | Qt::AlignBottom,
                     text(QT_TRANSLATE_NOOP("TradeOff", "not drawn, as it has no number: %1"))
                         .arg(missing.join(QStringLiteral(", "))));
}

} // namespace cw
