// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Safetensors.h"
#include "core/checkpoint/SafetensorsWriter.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace cw;
using namespace cw::test;

namespace {

/// A file of the format: the length of the header, the header, the data.
QByteArray fileBytes(const QByteArray &header, const QByteArray &data)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian(static_cast<quint64>(header.size()), bytes.data());
    return bytes + header + data;
}

QByteArray entry(const char *name, const char *type, const char *shape, int begin, int end)
{
    return QByteArray("\"") + name + "\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":[" +
           QByteArray::number(begin) + "," + QByteArray::number(end) + "]}";
}

} // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack_data();
    void whatIsWrittenIsReadBack();
    void metadataIsWrittenAndRead();
    void aTransposedTensorIsWrittenInItsOwnOrder();
    void aTensorOutlivesItsFile();
    void anUnalignedTensorIsReadAsWell();
    void aBrokenFileIsRefusedWithItsName_data();
    void aBrokenFileIsRefusedWithItsName();
    void aMissingFileIsRefusedWithItsName();
    void aTensorThatIsNotThereIsNamed();
    void writingToAMissingFolderIsRefusedAndLeavesNothing();

private:
    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_dir;
};

void TestSafetensors::whatIsWrittenIsReadBack_data()
{
    QTest::addColumn<int>("type");
    const std::pair<const char *, at::ScalarType> types[] = {
        {"F64", at::kDouble}, {"F32", at::kFloat}, {"F16", at::kHalf}, {"BF16", at::kBFloat16}, {"I64", at::kLong},
        {"I32", at::kInt},    {"I16", at::kShort}, {"I8", at::kChar},  {"U8", at::kByte},       {"BOOL", at::kBool}};
    for (const auto &[name, type] : types)
        QTest::newRow(name) << static_cast<int>(type);
}

void TestSafetensors::whatIsWrittenIsReadBack()
{
    QFETCH(int, type);
    const at::Tensor written = at::arange(6).reshape({2, 3}).to(static_cast<at::ScalarType>(type));
    SafetensorsWriter writer;
    writer.add("byte", at::ones({1}, at::kByte));
    writer.add("matrix", written);
    writer.add("scalar", written[1][2]);
    writer.add("none", at::empty({0, 4}, written.options()));
    writer.write(path("types.safetensors"));

    const auto file = Safetensors::open(path("types.safetensors"));
    QCOMPARE(file->entries().size(), std::size_t{4});
    QVERIFY(at::equal(file->tensor("matrix"), written));
    QVERIFY(at::equal(file->tensor("scalar"), written[1][2]));
    QCOMPARE(file->tensor("scalar").dim(), 0);
    QCOMPARE(file->tensor("none").size(1), 4);
}

void TestSafetensors::metadataIsWrittenAndRead()
{
    SafetensorsWriter writer;
    writer.add("x", at::zeros({1}));
    writer.setMetadata("base", "a \"quoted\" name");
    writer.write(path("metadata.safetensors"));
    QCOMPARE(Safetensors::open(path("metadata.safetensors"))->metadata().at("base"), "a \"quoted\" name");
}

void TestSafetensors::aTransposedTensorIsWrittenInItsOwnOrder()
{
    const at::Tensor matrix = at::arange(6, at::kFloat).reshape({2, 3});
    SafetensorsWriter writer;
    writer.add("t", matrix.t());
    writer.write(path("transposed.safetensors"));
    QVERIFY(at::equal(Safetensors::open(path("transposed.safetensors"))->tensor("t"), matrix.t()));
}

void TestSafetensors::aTensorOutlivesItsFile()
{
    SafetensorsWriter writer;
    writer.add("x", at::full({1000}, 3.5));
    writer.write(path("outlives.safetensors"));
    const at::Tensor tensor = Safetensors::open(path("outlives.safetensors"))->tensor("x");
    QFile::remove(path("outlives.safetensors"));
    QCOMPARE(tensor.sum().item<double>(), 3500.0);
}

void TestSafetensors::anUnalignedTensorIsReadAsWell()
{
    const float number = 1.25F;
    QByteArray data("\x01", 1);
    data.append(reinterpret_cast<const char *>(&number), sizeof(number));
    const QByteArray header = '{' + entry("a", "U8", "[1]", 0, 1) + ',' + entry("b", "F32", "[1]", 1, 5) + '}';
    QVERIFY(write(path("unaligned.safetensors"), fileBytes(header, data)));
    const at::Tensor tensor = Safetensors::open(path("unaligned.safetensors"))->tensor("b");
    QCOMPARE(tensor.item<float>(), number);
    QCOMPARE(reinterpret_cast<std::uintptr_t>(tensor.data_ptr()) % sizeof(float), std::uintptr_t{0});
}

void TestSafetensors::aBrokenFileIsRefusedWithItsName_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QByteArray &bytes, const char *sentence) {
        QTest::newRow(name) << bytes << QString::fromLatin1(sentence);
    };
    const auto tensors = [](const QByteArray &inner, int dataBytes) {
        return fileBytes('{' + inner + '}', QByteArray(dataBytes, '\0'));
    };
    const QByteArray good = tensors(entry("x", "F32", "[2]", 0, 8), 8);

    row("empty", {}, "File: %1 is empty. Copy or download it again.");
    row("cut in the length", good.left(5), "Format: %1 is cut off: it has only 5 bytes. Copy or download it again.");
    row("cut in the header", good.left(30),
        "Format: %1 is cut off or no safetensors file: its header should have 54 bytes, but only 22 follow.");
    row("cut in the data", good.left(good.size() - 1),
        "Format: %1 is cut off: the tensor x ends at byte 8 of the data, but there are only 7. Copy or download the "
        "file "
        "again.");
    row("header longer than the file", QByteArray("\xff\xff\xff\xff\xff\xff\xff\xff{}"),
        "Format: %1 is cut off or no safetensors file: its header should have 18446744073709551615 bytes, but only 2 "
        "follow.");
    row("no JSON", fileBytes("{\"x\":", {}), "Format: %1 is not valid JSON: unterminated object at byte 5.");
    row("no object", fileBytes("[1]", {}), "Format: %1 must hold a JSON object.");
    row("unknown type", tensors(entry("x", "F8_E4M3", "[2]", 0, 2), 2),
        "Unsupported: %1: the tensor x has the type \"F8_E4M3\"; known are F64, F32, F16, BF16, I64, I32, I16, I8, U8, "
        "BOOL.");
    row("too few bytes for the shape", tensors(entry("x", "F32", "[3]", 0, 8), 8),
        "Format: %1 is damaged: the tensor x of shape [3] needs 12 bytes but has 8.");
    row("shape beyond all bytes", tensors(entry("x", "F32", "[4294967296,4294967296]", 0, 8), 8),
        "Format: %1 is damaged: the tensor x claims more bytes than can exist.");
    row("negative size", tensors(entry("x", "F32", "[-2]", 0, 8), 8),
        "Format: %1 is damaged: shape of the tensor x holds what is no size.");
    row("broken size", tensors(entry("x", "F32", "[2.5]", 0, 8), 8),
        "Format: %1 is damaged: shape of the tensor x holds what is no size.");
    row("no shape", tensors("\"x\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}", 8),
        "Format: %1 is damaged: the tensor x has no shape.");
    row("backward offsets", tensors(entry("x", "F32", "[2]", 8, 0), 8),
        "Format: %1 is damaged: the tensor x has no valid data_offsets.");
    row("overlap", tensors(entry("x", "F32", "[2]", 0, 8) + ',' + entry("y", "F32", "[2]", 4, 12), 12),
        "Format: %1 is damaged: the tensors x and y overlap.");
    row("hole", tensors(entry("x", "F32", "[2]", 0, 8) + ',' + entry("y", "F32", "[1]", 12, 16), 16),
        "Format: %1 is damaged: before the tensor y there are bytes of no tensor.");
    row("rest", tensors(entry("x", "F32", "[2]", 0, 8), 10),
        "Format: %1 is damaged: behind its last tensor there are 2 bytes of no tensor.");
    row("twice", tensors(entry("x", "F32", "[2]", 0, 8) + " , " + entry("x", "F32", "[2]", 0, 8), 8),
        "Format: %1 is damaged: the tensor x stands in it twice.");
}

void TestSafetensors::aBrokenFileIsRefusedWithItsName()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    const QString file = path("broken.safetensors");
    QVERIFY(write(file, bytes));
    QCOMPARE(thrown([&] { Safetensors::open(file); }), sentence.arg(file));
}

void TestSafetensors::aMissingFileIsRefusedWithItsName()
{
    const QString sentence = thrown([&] { Safetensors::open(path("missing.safetensors")); });
    QVERIFY2(sentence.startsWith(u"File: " + path("missing.safetensors") + u" cannot be opened"), qPrintable(sentence));
}

void TestSafetensors::aTensorThatIsNotThereIsNamed()
{
    SafetensorsWriter().write(path("none.safetensors"));
    const auto file = Safetensors::open(path("none.safetensors"));
    QCOMPARE(thrown([&] { file->tensor("x"); }), u"Format: " + path("none.safetensors") + u" has no tensor x.");
}

void TestSafetensors::writingToAMissingFolderIsRefusedAndLeavesNothing()
{
    SafetensorsWriter writer;
    writer.add("x", at::zeros({1}));
    const QString target = path("missing/x.safetensors");
    const QString sentence = thrown([&] { writer.write(target); });
    QVERIFY2(sentence.startsWith(u"File: " + target + u" cannot be written"), qPrintable(sentence));
    QVERIFY(!QFile::exists(path("missing")));
}

QTEST_GUILESS_MAIN(TestSafetensors)
#include "TestSafetensors.moc"
