// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzTarget.h"

#include <QDir>
#include <QFile>
#include <cstdio>

/// Gives every file of a folder to the target this program is linked with.
int main(int count, char **arguments)
{
    if (count != 2)
        return 2;
    const QDir corpus(QFile::decodeName(arguments[1]));
    const QStringList names = corpus.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(corpus.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const QByteArray input = file.readAll();
        // Named before it runs, so that the last name is the one that failed.
        std::printf("%s\n", qPrintable(name));
        std::fflush(stdout);
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.constData()),
                               static_cast<std::size_t>(input.size()));
    }
    return names.isEmpty() ? 1 : 0;
}
