// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/TensorFile.h"
#include "core/checkpoint/TensorTableReader.h"
#include "tests/support/TestFiles.h"
#include "tests/support/TorchBytes.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <limits>

using namespace cw;
using namespace cw::test;

namespace {

const QByteArray whole = pickle::dict("x", pickle::tensor(pickle::storage("0", 4), 0, {4}, {1}));

QByteArray withTensor(qint64 offset, const std::vector<qint64> &shape, const std::vector<qint64> &strides)
{
    return torchFile(pickle::dict("x", pickle::tensor(pickle::storage("0", 4), offset, shape, strides)));
}

/// A pickle of the old format around that of the dict, with the order of its storages and their numbers.
QByteArray legacyFile(const QByteArray &dict, const QByteArray &rest)
{
    return QByteArray("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.") + "\x80\x02M\xe9\x03." +
           "\x80\x02}." + dict + rest;
}

QByteArray keysAndStorage(qint64 count)
{
    return "\x80\x02](" + pickle::text("0") + "e." + littleEndian(count) + QByteArray(16, '\0');
}

} // namespace

class TestTorchFileBroken : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsMadeHereCanBeRead();
    void aPickleThatCallsSomethingIsRefusedByItsName_data();
    void aPickleThatCallsSomethingIsRefusedByItsName();
    void aBrokenPickleIsRefused_data();
    void aBrokenPickleIsRefused();
    void aTensorThatDoesNotFitIsRefused_data();
    void aTensorThatDoesNotFitIsRefused();
    void aBrokenArchiveIsRefused_data();
    void aBrokenArchiveIsRefused();
    void aBrokenOldFileIsRefused_data();
    void aBrokenOldFileIsRefused();
    void aFileCutOffAnywhereIsRefused_data();
    void aFileCutOffAnywhereIsRefused();
    void aPickleCannotAskForEndlessMemory_data();
    void aPickleCannotAskForEndlessMemory();

private:
    /// The sentence, with %1 for the file.
    QString refusal(const QByteArray &bytes) const
    {
        if (!write(m_path, bytes))
            return QStringLiteral("not written");
        return thrown([this] { TensorFile::open(m_path); }).replace(m_path, QStringLiteral("%1"));
    }

    QTemporaryDir m_dir;
    QString m_path = m_dir.filePath(QStringLiteral("model.bin"));
};

void TestTorchFileBroken::whatIsMadeHereCanBeRead()
{
    QCOMPARE(refusal(torchFile(whole)), QString());
    QCOMPARE(refusal(legacyFile(whole, keysAndStorage(4))), QString());
    QCOMPARE(refusal(withTensor(1, {2, 1}, {2, 7})), QString());
    QCOMPARE(refusal(withTensor(4, {0, qint64{1} << 60}, {1, 1})), QString());
}

void TestTorchFileBroken::aPickleThatCallsSomethingIsRefusedByItsName_data()
{
    QTest::addColumn<QByteArray>("pickled");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *name, const char *code) {
        QTest::newRow(name) << QByteArray("\x80\x02") + code + '.' << QString::fromLatin1(name);
    };
    row("os.system", "cos\nsystem\nU\x04true\x85R");
    row("posix.system", "cposix\nsystem\nU\x04true\x85R");
    row("builtins.eval", "cbuiltins\neval\nU\x01"
                         "1\x85R");
    row("__builtin__.exec", "c__builtin__\nexec\n");
    row("torch.load", "ctorch\nload\n");
    row("torch._utils._rebuild_tensor_v3", "ctorch._utils\n_rebuild_tensor_v3\n");
    row("torch._utils._rebuild_qtensor", "ctorch._utils\n_rebuild_qtensor\n");
    row("torch.UntypedStorage", "ctorch\nUntypedStorage\n");
    row("collections.OrderedDict.update", "ccollections\nOrderedDict.update\n");
    row("transformers.training_args.TrainingArguments", "ctransformers.training_args\nTrainingArguments\n)\x81");
}

void TestTorchFileBroken::aPickleThatCallsSomethingIsRefusedByItsName()
{
    QFETCH(QByteArray, pickled);
    QFETCH(QString, name);
    const QString sentence =
        QStringLiteral("Unsupported: %1 is not only tensors: it asks to run %2, and nothing in such "
                       "a file is run. Have the weights saved as safetensors by someone you trust.")
            .arg(QStringLiteral("%1"), name);
    QCOMPARE(refusal(torchFile(pickled)), sentence);
    QCOMPARE(refusal(legacyFile(pickled, keysAndStorage(4))), sentence);
}

void TestTorchFileBroken::aBrokenPickleIsRefused_data()
{
    QTest::addColumn<QByteArray>("pickled");
    QTest::addColumn<QString>("sentence");
    const QString senseless =
        QStringLiteral("Format: %1 is damaged: its pickle makes no sense at byte %2. Copy or download it again.");
    const auto row = [](const char *name, const QByteArray &code, const QString &sentence) {
        QTest::newRow(name) << QByteArray("\x80\x02" + code) << sentence;
    };
    row("nothing to take", "a.", senseless);
    row("no mark", "t.", senseless);
    row("below the mark", "N(\x85.", senseless);
    row("an odd number of parts", "}(NNNu.", senseless);
    row("item of a list", "]NNs.", senseless);
    row("entry of a dict", "}Na.", senseless);
    row("entry of a text", pickle::text("x") + "NNs.", senseless);
    row("state of a list", "]}b.", senseless);
    row("nothing remembered", "h\x07.", senseless);
    row("a number is called", "K\x01)R.", senseless);
    row("arguments that are no tuple", "ccollections\nOrderedDict\n]R.", senseless);
    row("a storage is called", "ctorch\nFloatStorage\n)R.", senseless);
    row("a dict of numbers", "ccollections\nOrderedDict\n](K\x01K\x02e\x85R.", senseless);
    row("a size of nothing", "ctorch\nSize\n)R.", senseless);
    row("a parameter of a number", "ctorch._utils\n_rebuild_parameter\nK\x01\x85R.", senseless);
    row("a tensor of nothing", "ctorch._utils\n_rebuild_tensor_v2\n)R.", senseless);
    row("more axes than strides", pickle::tensor(pickle::storage("0", 4), 0, {2, 2}, {1}) + '.', senseless);
    row("a negative size", pickle::tensor(pickle::storage("0", 4), 0, {-4}, {1}) + '.', senseless);
    row("a negative stride", pickle::tensor(pickle::storage("0", 4), 3, {4}, {-1}) + '.', senseless);
    row("a size of 90 bits",
        "ctorch._utils\n_rebuild_tensor_v2\n(" + pickle::storage("0", 4) + pickle::number(0) + "\x8a\x0c" +
            QByteArray(11, '\0') + "\x04\x85" + pickle::numbers({1}) + "\x89}tR.",
        senseless);
    row("65 axes", pickle::tensor(pickle::storage("0", 4), 0, std::vector<qint64>(65, 1), std::vector<qint64>(65, 1)),
        senseless);
    row("a storage of another kind", '(' + pickle::text("module") + "NNNNtQ.", senseless);
    row("a storage of a text", pickle::text("storage") + "Q.", senseless);
    row("a storage of a dict",
        "(" + pickle::text("storage") + "ccollections\nOrderedDict\n" + pickle::text("0") + pickle::text("cpu") +
            "K\x04tQ.",
        senseless);
    row("a view of a storage",
        "(" + pickle::text("storage") + "ctorch\nFloatStorage\n" + pickle::text("0") + pickle::text("cpu") + "K\x04" +
            "K\x01tQ.",
        senseless);
    row("a negative storage", pickle::storage("0", -1) + '.', senseless);
    row("an unknown instruction", "\x93.",
        QStringLiteral(
            "Unsupported: %1: its pickle has the instruction 0x93 at byte %2, which a file of tensors has no "
            "need of; have the weights saved as safetensors."));
    row("another protocol", "\x80\x04.",
        QStringLiteral("Unsupported: %1 is a pickle of protocol 4; only 2, which torch.save uses, is read. Have the "
                       "weights saved as safetensors."));
    const QString noDict = QStringLiteral("Format: %1 is no state dict: it does not name a single tensor. Save what "
                                          "state_dict() gives.");
    row("nothing but a number", "K\x01.", noDict);
    row("a tensor alone", pickle::tensor(pickle::storage("0", 4), 0, {4}, {1}) + '.', noDict);
    row("plain data", pickle::dict("epoch", "K\x03").mid(2), noDict);
    const QString cutOff = QStringLiteral("Format: %1 is cut off at byte %2. Copy or download it again.");
    row("no end", "}", cutOff);
    row("a text longer than the file", QByteArray("X\xff\xff\xff\x7f", 5), cutOff);
    row("a text of negative length", QByteArray("T\xff\xff\xff\xff", 5), cutOff);
    row("a name without end", QByteArray("c") + QByteArray(5000, 'x') + "\n\n.", cutOff);
}

void TestTorchFileBroken::aBrokenPickleIsRefused()
{
    QFETCH(QByteArray, pickled);
    QFETCH(QString, sentence);
    static const QRegularExpression place(QStringLiteral("byte [0-9]+"));
    QCOMPARE(refusal(torchFile(pickled)).replace(place, QStringLiteral("byte %2")), sentence);
}

void TestTorchFileBroken::aTensorThatDoesNotFitIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    const QString reach =
        QStringLiteral("Format: %1 is damaged: the tensor x of shape %2 that begins at number %3 does not fit into its "
                       "storage of 4.");
    const QString exists = QStringLiteral("Format: %1 is damaged: the tensor x claims more bytes than can exist.");
    QTest::newRow("a number too many") << withTensor(0, {5}, {1}) << reach.arg(QStringLiteral("%1"), u"[5]", u"0");
    QTest::newRow("an offset") << withTensor(1, {4}, {1}) << reach.arg(QStringLiteral("%1"), u"[4]", u"1");
    QTest::newRow("an offset behind") << withTensor(5, {0}, {1}) << reach.arg(QStringLiteral("%1"), u"[0]", u"5");
    QTest::newRow("a negative offset") << withTensor(-1, {1}, {1}) << reach.arg(QStringLiteral("%1"), u"[1]", u"-1");
    QTest::newRow("the largest offset") << withTensor(most, {1}, {1})
                                        << reach.arg(QStringLiteral("%1"), u"[1]", QString::number(most));
    QTest::newRow("a stride") << withTensor(0, {2, 2}, {3, 1}) << reach.arg(QStringLiteral("%1"), u"[2, 2]", u"0");
    QTest::newRow("the largest stride") << withTensor(0, {3, 2}, {most, most})
                                        << reach.arg(QStringLiteral("%1"), u"[3, 2]", u"0");
    QTest::newRow("2^60") << withTensor(0, {qint64{1} << 60}, {1}) << exists;
    QTest::newRow("2^60 of one number") << withTensor(0, {qint64{1} << 30, qint64{1} << 30}, {0, 0}) << exists;
    QTest::newRow("2^64") << withTensor(0, {qint64{1} << 32, qint64{1} << 32}, {1, 1}) << exists;
    QTest::newRow("2^50 of one number")
        << withTensor(0, {qint64{1} << 50}, {0})
        << QStringLiteral("Unsupported: %1: the tensor x of shape [1125899906842624] uses each of its 1 numbers more "
                          "than once; save it with clone().");
    QTest::newRow("no storage") << torchFile(pickle::dict("x", pickle::tensor(pickle::storage("1", 4), 0, {4}, {1})))
                                << QStringLiteral("Format: %1 is damaged: it has no record of the storage 1.");
    QTest::newRow("a short storage")
        << torchFile(pickle::dict("x", pickle::tensor(pickle::storage("0", 5), 0, {4}, {1})))
        << QStringLiteral("Format: %1 is damaged: the storage 0 should hold 5 numbers of type F32 but has 16 bytes.");
    QTest::newRow("a wider storage")
        << torchFile(pickle::dict("x", pickle::tensor(pickle::storage("0", 4, "LongStorage"), 0, {4}, {1})))
        << QStringLiteral("Format: %1 is damaged: the storage 0 should hold 4 numbers of type I64 but has 16 bytes.");
}

void TestTorchFileBroken::aTensorThatDoesNotFitIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    QCOMPARE(refusal(bytes), sentence);
}

void TestTorchFileBroken::aBrokenArchiveIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const ZipEntry data{"m/data/0", QByteArray(16, '\0')};
    const ZipEntry description{"m/data.pkl", whole};
    const auto row = [](const char *name, const std::vector<ZipEntry> &entries, const char *sentence) {
        QTest::newRow(name) << zipped(entries) << QString::fromLatin1(sentence);
    };
    const char *packed =
        "Unsupported: %1: the record m/data/0 is compressed or encrypted; PyTorch stores records as they "
        "are, so this is not one of its files.";
    row("a zip bomb", {description, {"m/data/0", "small", qint64{4} << 29, 8}}, packed);
    row("a bomb of one record", {description, data, {"m/data/1", {}, 16, 0, 0}},
        "Format: %1 is cut off or damaged: the record m/data/1 does not lie within it.");
    row("the same record twice", {description, data, {"m/data/0", {}, 16, 0, 30 + 10 + whole.size()}},
        "Format: %1 is damaged: the record m/data/0 lies over another one.");
    row("a name twice", {description, data, data}, "Format: %1 is damaged: the record m/data/0 stands in it twice.");
    row("too large", {description, {"m/data/0", QByteArray(16, '\0'), 1000}},
        "Format: %1 is cut off or damaged: the record m/data/0 does not lie within it.");
    row("behind the end", {description, {"m/data/0", QByteArray(16, '\0'), -1, 0, 100000}},
        "Format: %1 is cut off or damaged: the record m/data/0 does not lie within it.");
    row("over the next", {{"m/data.pkl", whole, whole.size() + 20}, data},
        "Format: %1 is damaged: the record m/data/0 lies over another one.");
    row("no pickle", {data}, "Format: %1 is a zip archive, but none that PyTorch wrote: it has no data.pkl.");
    row("two pickles", {description, {"n/data.pkl", whole}, data},
        "Format: %1 is damaged: the record data.pkl stands in it twice.");
    row("a program", {description, data, {"m/constants.pkl", "\x80\x02)."}},
        "Unsupported: %1 is a TorchScript program; have its state dict saved as safetensors or with torch.save.");
    row("the other order of bytes", {description, data, {"m/byteorder", "big"}},
        "Unsupported: %1 was written by a machine with another order of bytes; have the weights saved as safetensors "
        "there.");
}

void TestTorchFileBroken::aBrokenArchiveIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    QCOMPARE(refusal(bytes), sentence);
}

void TestTorchFileBroken::aBrokenOldFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const QString storage =
        QStringLiteral("Format: %1 is damaged: what it says of the storage 0 does not fit together.");
    QTest::newRow("another count") << legacyFile(whole, keysAndStorage(3)) << storage;
    QTest::newRow("no storage") << legacyFile(whole, "\x80\x02].") << storage;
    QTest::newRow("no list") << legacyFile(whole, "\x80\x02N.") << storage;
    QTest::newRow("twice") << legacyFile(whole, "\x80\x02](" + pickle::text("0") + pickle::text("0") + "e." +
                                                    littleEndian<qint64>(4) + QByteArray(16, '\0'))
                           << storage;
    const QByteArray two = pickle::tensor(pickle::storage("0", 4), 0, {4}, {1});
    const QByteArray other = pickle::tensor(pickle::storage("0", 2, "DoubleStorage"), 0, {2}, {1});
    QTest::newRow("two types") << legacyFile("\x80\x02}(" + pickle::text("x") + two + pickle::text("y") + other + "u.",
                                             keysAndStorage(4))
                               << storage;
    QByteArray version = legacyFile(whole, keysAndStorage(4));
    version.replace("M\xe9\x03", "M\xea\x03");
    QTest::newRow("another version") << version
                                     << QStringLiteral(
                                            "Unsupported: %1 is of a version of PyTorch's format that is not "
                                            "known; have the weights saved as safetensors.");
    QByteArray order = legacyFile(whole, keysAndStorage(4));
    order.replace("\x80\x02}.", QByteArray("\x80\x02}" + pickle::text("little_endian") + "\x89s."));
    QTest::newRow("the other order of bytes")
        << order
        << QStringLiteral(
               "Unsupported: %1 was written by a machine with another order of bytes; have the weights saved "
               "as safetensors there.");
}

void TestTorchFileBroken::aBrokenOldFileIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    QCOMPARE(refusal(bytes), sentence);
}

void TestTorchFileBroken::aFileCutOffAnywhereIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("zip") << torchFile(whole);
    QTest::newRow("before 1.6") << legacyFile(whole, keysAndStorage(4));
    QTest::newRow("of torch.save") << read(fixture(QStringLiteral("torch/new.bin")));
    QTest::newRow("of torch.save before 1.6") << read(fixture(QStringLiteral("torch/old.bin")));
}

void TestTorchFileBroken::aFileCutOffAnywhereIsRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(bytes.size() > 100);
    QCOMPARE(refusal(bytes), QString());
    for (qsizetype length = bytes.size() - 1; length > 0; --length) {
        const QString refused = thrown([&] { readTensorTable(QByteArrayView(bytes).first(length), m_path); });
        QVERIFY2(refused.contains(m_path), qPrintable(QString::number(length) + u": " + refused));
    }
}

void TestTorchFileBroken::aPickleCannotAskForEndlessMemory_data()
{
    QTest::addColumn<QByteArray>("pickled");
    QTest::newRow("stack") << QByteArray(2'000'000, 'N');
    QTest::newRow("marks") << QByteArray(20'000, '(');
    QTest::newRow("lists") << "]" + QByteArray("]a").repeated(2'100'000);
    QTest::newRow("memo") << QByteArray("Nr\xff\xff\xff\xff", 6);
    // A list of a thousand that is put into others over and over.
    QByteArray lists = "](" + QByteArray(1000, 'N') + "eq\x01";
    QTest::newRow("copies") << lists +
                                   QByteArray("ccollections\nOrderedDict\n](" +
                                              QByteArray("]NaNaq\x02").append(QByteArray("h\x02").repeated(100'000)) +
                                              "e\x85q\x03") +
                                   QByteArray("ccollections\nOrderedDict\nh\x03R").repeated(100);
}

void TestTorchFileBroken::aPickleCannotAskForEndlessMemory()
{
    QFETCH(QByteArray, pickled);
    const QString refused = refusal(torchFile("\x80\x02" + pickled + '.'));
    QVERIFY2(refused.startsWith(u"Format: %1 is damaged: its pickle asks for more parts, up to byte"),
             qPrintable(refused));
}

QTEST_GUILESS_MAIN(TestTorchFileBroken)
#include "TestTorchFileBroken.moc"
