// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/TokenizerRun.h"

#include "core/checkpoint/Tokenizer.h"
#include "tests/fuzz/FuzzTarget.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace {

/// A folder that lies in memory where the system has such a place.
QString folderForInputs()
{
    const QString memory = QStringLiteral("/dev/shm");
    static const QTemporaryDir dir((QFileInfo(memory).isWritable() ? memory : QStringLiteral("/tmp")) +
                                   QStringLiteral("/tokenizerXXXXXX"));
    return dir.path();
}

} // namespace

int cw::fuzz::runTokenizer(const QString &name, const std::uint8_t *data, std::size_t size)
{
    static const QString folder = folderForInputs();
    static const QString text =
        QStringLiteral("Hello  the nurse's 12345 caf\u00e9 cafe\u0301 "
                       "<s>[MASK]</s>\t\n\u4f60\u597d\U0001f469\u200d\U0001f4bb \ufb01x\u2581_#");
    QFile file(QString(folder + u'/' + name));
    if (!file.open(QIODevice::WriteOnly))
        std::abort();
    file.write(reinterpret_cast<const char *>(data), static_cast<qint64>(size));
    file.close();
    return run([&] {
        const auto tokenizer = Tokenizer::open(folder);
        const Encoding encoding = tokenizer->encode(text);
        if (encoding.ids.size() != encoding.tokens.size() || encoding.ids.size() != encoding.offsets.size())
            std::abort();
        tokenizer->decode(encoding.ids, true);
        tokenizer->encodeContinuation(text);
    });
}
