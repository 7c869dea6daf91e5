// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/TokenizerFile.h"

#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/engine/Error.h"

#include <QFile>
#include <algorithm>

namespace cw {
namespace {

constexpr qint64 largestFile = 128LL << 20;

} // namespace

QByteArray readTokenizerFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(
            Error::Kind::File,
            QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" cannot be opened: %2. A checkpoint needs it."),
            {path.toStdString(), file.errorString().toStdString()});
    if (file.size() > largestFile)
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "The file \"%1\" is too large to be a tokenizer; is it the right file?"),
                    {path.toStdString()});
    // Qt makes room for all it is asked for before it reads.
    return file.read(std::min(file.size(), largestFile));
}

QStringList readTokenizerLines(const QString &path)
{
    QStringList lines = fromLossyUtf8(readTokenizerFile(path)).split(u'\n');
    for (QString &line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
    }
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace cw
