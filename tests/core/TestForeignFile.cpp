// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/TensorFile.h"
#include "tests/support/CheckpointCopy.h"

#include <QProcess>
#include <QTest>

using namespace cw;
using namespace cw::test;

class TestForeignFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aForeignFileIsRefusedForWhatItIs_data();
    void aForeignFileIsRefusedForWhatItIs();
    void aFolderOfAForeignFileSaysSo();
    void whatIsNothingKnownIsRefused();
    void aPipeIsNotWaitedFor();
};

void TestForeignFile::aForeignFileIsRefusedForWhatItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const auto convert = [](const char *name, const QByteArray &bytes, const char *what) {
        QTest::newRow(name) << bytes
                            << QStringLiteral("Unsupported: %1 is a file of ") + QLatin1String(what) +
                                   QStringLiteral(", which is not read; take the same model as safetensors.");
    };
    const QByteArray rest(64, '\x01');
    convert("GGUF", "GGUF" + QByteArray("\x03\0\0\0", 4) + rest, "llama.cpp (GGUF)");
    convert("GGML", "lmgg" + rest, "llama.cpp (GGML)");
    convert("GGJT", "tjgg" + rest, "llama.cpp (GGML)");
    convert("HDF5", "\x89HDF\r\n\x1a\n" + rest, "Keras (HDF5)");
    convert("npy", "\x93NUMPY" + rest, "NumPy");
    convert("ONNX",
            QByteArray("\x08\x08\x12\x07pytorch\x1a\x05"
                       "2.1.0") +
                rest,
            "ONNX");
    convert("Flax", "\x82\xa5model" + rest, "Flax (MessagePack)");
    convert("TensorFlow's index", rest + "\x57\xfb\x80\x8b\x24\x75\x47\xdb", "TensorFlow");
    convert("another pickle", "\x80\x04\x95" + rest, "Python (pickle)");
    const QString archive = QStringLiteral("Unsupported: %1 is an archive (%2); unpack it and name the folder.");
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08" + rest) << archive.arg(QStringLiteral("%1"), u"gzip");
    QTest::newRow("tar") << QByteArray(257, 'x') + "ustar" + QByteArray(200, '\0')
                         << archive.arg(QStringLiteral("%1"), u"tar");
    QTest::newRow("LFS") << QByteArray("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n")
                         << QStringLiteral(
                                "Unsupported: %1 is only a pointer of Git LFS to the weights; fetch them with "
                                "git lfs pull.");
    const QString page =
        QStringLiteral("Unsupported: %1 is a web page (%2) that a server sent in place of the weights; "
                       "download the file again.");
    QTest::newRow("HTML") << QByteArray("\r\n<!DOCTYPE html>\n<html><body>Entry not found</body></html>")
                          << page.arg(QStringLiteral("%1"), u"HTML");
    QTest::newRow("XML") << QByteArray("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>")
                         << page.arg(QStringLiteral("%1"), u"XML");
    QTest::newRow("JSON") << QByteArray("{\"error\":\"Repository not found\"}")
                          << QStringLiteral("Unsupported: %1 is a text (JSON), not weights; if it came from a server, "
                                            "download the file again.");
}

void TestForeignFile::aForeignFileIsRefusedForWhatItIs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    for (const char *name : {"model.safetensors", "pytorch_model.bin"}) {
        const CheckpointCopy copy(QStringLiteral("gpt2"));
        QVERIFY(QFile::remove(copy.file(QStringLiteral("model.safetensors"))));
        QVERIFY(write(copy.file(QLatin1String(name)), bytes));
        QCOMPARE(thrown([&] { Checkpoint::open(copy.folder()); }), sentence.arg(copy.file(QLatin1String(name))));
    }
}

void TestForeignFile::aFolderOfAForeignFileSaysSo()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    QVERIFY(QFile::rename(copy.file(QStringLiteral("model.safetensors")), copy.folder() + u"/../weights"));
    QVERIFY(write(copy.file(QStringLiteral("model-Q4_K_M.gguf")), "GGUF\x03"));
    QVERIFY(write(copy.file(QStringLiteral("optimizer.pt")), "\x89HDF\r\n\x1a\n"));
    QCOMPARE(thrown([&] { Checkpoint::open(copy.folder()); }),
             u"Unsupported: " + copy.folder() +
                 u"/model-Q4_K_M.gguf is a file of llama.cpp (GGUF), which is not read; take the same model as "
                 u"safetensors.");
}

void TestForeignFile::whatIsNothingKnownIsRefused()
{
    const QTemporaryDir dir;
    const QString bin = dir.filePath(QStringLiteral("pytorch_model.bin"));
    QVERIFY(write(bin, QByteArray(100, '\x7f')));
    QCOMPARE(
        thrown([&] { TensorFile::open(bin); }),
        u"Unsupported: " + bin +
            u" is neither a safetensors file nor one that torch.save wrote; download it again or take the model as "
            u"safetensors.");
    const QString cutOff = dir.filePath(QStringLiteral("model.safetensors"));
    QVERIFY(write(cutOff, QByteArray(100, '\x7f')));
    QVERIFY(
        thrown([&] { TensorFile::open(cutOff); }).startsWith(u"Format: " + cutOff + u" is cut off or no safetensors"));
}

void TestForeignFile::aPipeIsNotWaitedFor()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    for (const char *name : {"tokenizer.json", "generation_config.json", "model.safetensors", "config.json"}) {
        const QString path = copy.file(QLatin1String(name));
        QVERIFY(QFile::remove(path));
        QCOMPARE(QProcess::execute(QStringLiteral("mkfifo"), {path}), 0);
        QCOMPARE(thrown([&] { Checkpoint::open(copy.folder())->tokenizer(); }),
                 u"File: " + path + u" is no regular file; put the file itself there.");
    }
}

QTEST_GUILESS_MAIN(TestForeignFile)
#include "TestForeignFile.moc"
