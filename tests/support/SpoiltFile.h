// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TestFiles.h"

#include <QTemporaryDir>
#include <functional>

namespace cw::test {

/// What is wrong with how a reader refuses a file of tests/data in which the first from is replaced by to, or which
/// ends there where to is "cut"; empty where it is an Error of kind Format that names the file and has the sentence.
inline QString problemWithSpoilt(const QString &good, const QByteArray &from, const QByteArray &to,
                                 const QString &sentence, const std::function<void(const QString &path)> &reader)
{
    QByteArray text = read(fixture(good));
    const qsizetype at = text.indexOf(from);
    if (at < 0)
        return QStringLiteral("%1 has no %2").arg(good, QString::fromUtf8(from));
    if (to == "cut")
        text.truncate(at);
    else
        text.replace(at, from.size(), to);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("file"));
    if (!write(path, text))
        return path + QStringLiteral(" cannot be written");
    const QString said = thrown([&] { reader(path); });
    const bool isRight = said.startsWith(QLatin1String("Format: ")) && said.contains(path) && said.contains(sentence);
    return isRight ? QString() : QStringLiteral("it says: ") + said;
}

} // namespace cw::test
