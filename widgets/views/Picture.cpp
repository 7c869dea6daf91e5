// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/Picture.h"

#include "core/engine/Error.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <cmath>

namespace cw {

namespace {

constexpr double unitsPerInch = 96;

void paintOnWhite(const Picture &picture, QPainter &painter)
{
    painter.fillRect(QRectF(QPointF(0, 0), picture.size), Qt::white);
    picture.paint(painter);
}

void writeSvg(const Picture &picture, QIODevice &device)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setTitle(picture.title);
    generator.setResolution(static_cast<int>(unitsPerInch));
    generator.setSize(picture.size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), picture.size));
    QPainter painter(&generator);
    paintOnWhite(picture, painter);
}

void writePdf(const Picture &picture, QIODevice &device)
{
    QPdfWriter writer(&device);
    writer.setTitle(picture.title);
    writer.setCreator(QStringLiteral("Counterweight"));
    writer.setResolution(1200);
    writer.setPageSize(QPageSize(picture.size * 72 / unitsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    painter.scale(1200 / unitsPerInch, 1200 / unitsPerInch);
    paintOnWhite(picture, painter);
}

} // namespace

const QStringList &pictureEndings()
{
    static const QStringList endings{QStringLiteral("svg"), QStringLiteral("pdf"), QStringLiteral("png")};
    return endings;
}

bool isPictureName(const QString &path)
{
    return pictureEndings().contains(QFileInfo(path).suffix().toLower());
}

PictureFormat pictureFormat(const QString &path)
{
    if (isPictureName(path))
        return static_cast<PictureFormat>(pictureEndings().indexOf(QFileInfo(path).suffix().toLower()));
    throw Error(Error::Kind::Input,
                QT_TRANSLATE_NOOP("Error", "%1 is no picture file: end its name in .svg, .pdf or .png."),
                {path.toStdString()});
}

QImage pictureImage(const Picture &picture, double dpi)
{
    const double scale = dpi / unitsPerInch;
    const QSize pixels((picture.size * scale).toSize());
    QImage image(pixels, QImage::Format_RGB32);
    image.setDotsPerMeterX(static_cast<int>(std::lround(dpi / 0.0254)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    QPainter painter(&image);
    painter.scale(pixels.width() / picture.size.width(), pixels.height() / picture.size.height());
    paintOnWhite(picture, painter);
    return image;
}

QByteArray encodePicture(const Picture &picture, PictureFormat format, double dpi)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    switch (format) {
    case PictureFormat::Svg: writeSvg(picture, buffer); break;
    case PictureFormat::Pdf: writePdf(picture, buffer); break;
    case PictureFormat::Png: pictureImage(picture, dpi).save(&buffer, "PNG"); break;
    }
    return bytes;
}

void writePicture(const Picture &picture, const QString &path, double dpi)
{
    const QByteArray bytes = encodePicture(picture, pictureFormat(path), dpi);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2."),
                    {path.toStdString(), file.errorString().toStdString()});
}

QMimeData *pictureForClipboard(const Picture &picture)
{
    auto *data = new QMimeData;
    data->setImageData(pictureImage(picture, 192));
    data->setData(QStringLiteral("image/svg+xml"), encodePicture(picture, PictureFormat::Svg));
    return data;
}

} // namespace cw
