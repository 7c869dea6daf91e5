// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSizeF>
#include <QString>
#include <functional>

class QImage;
class QMimeData;
class QPainter;

namespace cw {

/// Something painted that can leave the program. Needs no window: a QGuiApplication is enough.
struct Picture {
    QString title;
    QSizeF size;                           ///< in units of 1/96 inch
    std::function<void(QPainter &)> paint; ///< paints into (0, 0, size); every mark a vector shape or text
};

enum class PictureFormat { Svg, Pdf, Png };

/// "svg", "pdf", "png", in the order of PictureFormat.
const QStringList &pictureEndings();
/// Whether a file name ends in one of them.
bool isPictureName(const QString &path);
/// The format a file name asks for. Throws Error of kind Input when it ends in none of .svg, .pdf, .png.
PictureFormat pictureFormat(const QString &path);

/// The picture on white in pixels of 1/dpi inch.
QImage pictureImage(const Picture &picture, double dpi);

QByteArray encodePicture(const Picture &picture, PictureFormat format, double dpi = 192);

/// Writes a picture in the format the name asks for, beside the target and renamed. Throws Error of kind File or Input
/// naming the file.
void writePicture(const Picture &picture, const QString &path, double dpi = 192);

/// The picture for the clipboard, as SVG and PNG. The caller owns it.
QMimeData *pictureForClipboard(const Picture &picture);

} // namespace cw
