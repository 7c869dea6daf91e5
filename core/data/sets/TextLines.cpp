// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/TextLines.h"

#include "core/checkpoint/JsonFile.h"
#include "core/engine/Error.h"

#include <QStringDecoder>

namespace cw {
namespace {

constexpr qint64 longest = qint64{1} << 28;

/// The line, from 1, of the first byte that is no UTF-8.
qsizetype faultyLine(const QByteArray &bytes)
{
    qsizetype line = 1;
    for (const QByteArray &text : bytes.split('\n')) {
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString decoded = decoder(text);
        if (decoder.hasError() || decoded.isNull())
            return line;
        ++line;
    }
    return line;
}

QString decodedText(const QByteArray &bytes, const QString &path)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1, line %2: this is no UTF-8; save the file in that encoding."),
                    {path.toStdString(), std::to_string(faultyLine(bytes))});
    return text.startsWith(QChar::ByteOrderMark) ? text.mid(1) : text;
}

} // namespace

QString readText(const QString &path)
{
    return decodedText(readSmallFile(path, longest), path);
}

QStringList readTextLines(const QString &path)
{
    return textLines(readSmallFile(path, longest), path);
}

QStringList textLines(const QByteArray &bytes, const QString &path)
{
    QStringList lines = decodedText(bytes, path).split(u'\n');
    for (QString &line : lines)
        if (line.endsWith(u'\r'))
            line.chop(1);
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace cw
