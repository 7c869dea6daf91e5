// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/HeatmapPicture.h"

#include "widgets/style/ColourScale.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/Theme.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace cw {

namespace {

constexpr double margin = 14;
constexpr double lineHeight = 17;
constexpr double gap = 22;
constexpr double scaleWidth = 10;
constexpr double scaleSpace = 88;

QFont pictureFont(int pixels, bool bold = false)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

/// Where everything stands in a row of maps.
struct Places {
    QSizeF cell;
    double labels = 0;
    double top = 0;

    explicit Places(const std::vector<Heatmap> &maps, bool caption)
    {
        const Heatmap &first = maps.front();
        cell = QSizeF(std::clamp(260.0 / std::max(1, first.layers), 6.0, 26.0), first.tokenCount() > 60 ? 13 : 20);
        const QFontMetricsF metrics(pictureFont(12));
        for (int token = 0; token < first.tokenCount(); ++token)
            labels = std::max(labels, metrics.horizontalAdvance(first.label(token, 24)));
        labels += margin + 14;
        top = margin + lineHeight + 6 + (caption ? lineHeight + 4 : 0);
    }

    QSizeF mapSize(const Heatmap &map) const
    {
        return QSizeF(cell.width() * map.layers, cell.height() * map.tokenCount());
    }
    QRectF mapRect(const std::vector<Heatmap> &maps, std::size_t index) const
    {
        double left = labels;
        for (std::size_t i = 0; i < index; ++i)
            left += mapSize(maps[i]).width() + scaleSpace + gap;
        return QRectF(QPointF(left, top), mapSize(maps[index]));
    }
};

void paintCells(QPainter &painter, const Heatmap &map, const QRectF &rect, const QSizeF &cell)
{
    const ColourScale scale = map.isSigned ? ColourScale::diverging(false) : ColourScale::sequential();
    const double end = map.scaleEnd();
    painter.setPen(Qt::NoPen);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int token = 0; token < map.tokenCount(); ++token) {
        for (int layer = 0; layer < map.layers; ++layer) {
            const double value = map.value({token, layer});
            const QColor ground =
                std::isnan(value) ? colour(Role::Raised, paperPalette()) : QColor(scale.of(value, end));
            const QRectF place(rect.left() + layer * cell.width(), rect.top() + token * cell.height(), cell.width(),
                               cell.height());
            painter.setBrush(ground);
            painter.drawRect(place);
            if (!std::isnan(value))
                continue;
            painter.setPen(colour(Role::Missing, paperPalette()));
            painter.drawLine(place.bottomLeft(), place.topRight());
            painter.setPen(Qt::NoPen);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
}

void paintAxes(QPainter &painter, const Heatmap &map, const QRectF &rect, const QSizeF &cell)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour(Role::Border, paperPalette()), 1));
    painter.drawRect(rect);
    painter.setPen(colour(Role::Text, paperPalette()));
    painter.setFont(pictureFont(11));
    const int step = std::max(1, static_cast<int>(std::ceil(26 / cell.width())));
    const int rounded = step <= 2 ? step : step <= 5 ? 5 : 10 * ((step + 9) / 10);
    for (int layer = 0; layer < map.layers; layer += rounded) {
        const QRectF place(rect.left() + (layer + 0.5) * cell.width() - 20, rect.bottom() + 3, 40, lineHeight);
        painter.drawText(place, Qt::AlignHCenter | Qt::AlignTop, QString::number(layer));
    }
    painter.setPen(colour(Role::Muted, paperPalette()));
    const QRectF below(rect.left() - 40, rect.bottom() + 3 + lineHeight, rect.width() + 80, lineHeight);
    painter.drawText(below, Qt::AlignHCenter | Qt::AlignTop, map.layerLabel);
    painter.setPen(colour(Role::Text, paperPalette()));
    painter.setFont(pictureFont(13, true));
    painter.drawText(QRectF(rect.left(), rect.top() - lineHeight - 6, rect.width() + scaleSpace, lineHeight + 2),
                     Qt::AlignLeft | Qt::AlignVCenter, map.title);
}

void paintScale(QPainter &painter, const Heatmap &map, const QRectF &rect)
{
    const ColourScale scale = map.isSigned ? ColourScale::diverging(false) : ColourScale::sequential();
    const QRectF bar(rect.right() + 10, rect.top(), scaleWidth, rect.height());
    QLinearGradient gradient(bar.bottomLeft(), bar.topLeft());
    const std::size_t count = scale.anchors().size();
    for (std::size_t i = 0; i < count; ++i)
        gradient.setColorAt(double(i) / double(count - 1), QColor(scale.anchors()[i]));
    painter.fillRect(bar, gradient);
    painter.setFont(pictureFont(11));
    painter.setPen(colour(Role::Text, paperPalette()));
    const double end = map.scaleEnd();
    const std::vector<double> marks = map.isSigned ? std::vector<double>{-end, 0, end} : std::vector<double>{0, end};
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const double y = bar.bottom() - bar.height() * double(i) / double(marks.size() - 1);
        const QString mark = map.isSigned ? formatEffect(marks[i]) : formatProbability(marks[i]);
        painter.drawText(QRectF(bar.right() + 4, y - 8, scaleSpace, 16), Qt::AlignLeft | Qt::AlignVCenter, mark);
    }
    painter.save();
    painter.translate(rect.right() + scaleSpace - 14, bar.center().y());
    painter.rotate(-90);
    painter.setPen(colour(Role::Muted, paperPalette()));
    const double length = std::max(rect.height(), 150.0);
    painter.drawText(QRectF(-length / 2, -8, length, 16), Qt::AlignCenter, map.unit);
    painter.restore();
}

void paintTokens(QPainter &painter, const Heatmap &map, const QRectF &rect, const QSizeF &cell)
{
    painter.setFont(pictureFont(map.tokenCount() > 60 ? 10 : 12));
    for (int token = 0; token < map.tokenCount(); ++token) {
        const QRectF place(0, rect.top() + token * cell.height(), rect.left() - 12, cell.height());
        painter.setPen(colour(map.isSubject(token) ? Role::Subject : Role::Text, paperPalette()));
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, map.label(token, 24));
    }
    if (map.subjectEnd > map.subjectBegin) {
        const QRectF bar(rect.left() - 8, rect.top() + map.subjectBegin * cell.height(), 4,
                         (map.subjectEnd - map.subjectBegin) * cell.height());
        painter.fillRect(bar, colour(Role::Subject, paperPalette()));
    }
}

} // namespace

Picture heatmapPicture(std::vector<Heatmap> maps, const QString &caption)
{
    const Places places(maps, !caption.isEmpty());
    const QRectF last = places.mapRect(maps, maps.size() - 1);
    const QSizeF size(std::ceil(last.right() + scaleSpace + 4), std::ceil(last.bottom() + 2 * lineHeight + margin));
    const auto paint = [maps = std::move(maps), places, caption, size](QPainter &painter) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(pictureFont(13));
        painter.setPen(colour(Role::Text, paperPalette()));
        painter.drawText(QRectF(margin, margin - 4, size.width() - 2 * margin, lineHeight + 2),
                         Qt::AlignLeft | Qt::AlignVCenter, caption);
        paintTokens(painter, maps.front(), places.mapRect(maps, 0), places.cell);
        for (std::size_t i = 0; i < maps.size(); ++i) {
            const QRectF rect = places.mapRect(maps, i);
            paintCells(painter, maps[i], rect, places.cell);
            paintAxes(painter, maps[i], rect, places.cell);
            paintScale(painter, maps[i], rect);
        }
    };
    return {caption, size, paint};
}

} // namespace cw
