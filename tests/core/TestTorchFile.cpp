// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Safetensors.h"
#include "core/checkpoint/TensorDigest.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "tests/support/CheckpointCopy.h"
#include "tests/support/TorchBytes.h"

#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

/// A copy of a checkpoint with PyTorch's files in place of its weights.
class TorchCopy : public CheckpointCopy {
public:
    TorchCopy(const QString &model, const QString &torch) : CheckpointCopy(model)
    {
        const QString source = fixture(u"torch/" + torch);
        if (QFileInfo(source).isDir())
            m_complete = copyFolder(source, folder());
        else
            m_complete = QFile::copy(source, file(QStringLiteral("pytorch_model.bin")));
    }
    bool removeSafetensors() const { return QFile::remove(file(QStringLiteral("model.safetensors"))); }
    bool isComplete() const { return m_complete && CheckpointCopy::isComplete(); }

private:
    bool m_complete = false;
};

} // namespace

class TestTorchFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTensorIsReadAsItWasSaved_data();
    void everyTensorIsReadAsItWasSaved();
    void tensorsAreViewsThatOutliveTheirFile();
    void aCheckpointComputesLikeItsSafetensorsTwin_data();
    void aCheckpointComputesLikeItsSafetensorsTwin();
    void theHashIsThatOfTheSafetensorsTwin();
    void aStridedTensorHashesLikeItsContiguousTwin();
    void safetensorsComeFirst();
    void aSingleFileOfAnotherNameIsTaken();
    void theFingerprintCoversThePickle();
    void aNumberThatIsNoneIsFound();
    void textsOfPython2AreRead();
};

void TestTorchFile::everyTensorIsReadAsItWasSaved_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("zip") << fixture(QStringLiteral("torch/new.bin"));
    QTest::newRow("before 1.6") << fixture(QStringLiteral("torch/old.bin"));
}

void TestTorchFile::everyTensorIsReadAsItWasSaved()
{
    QFETCH(QString, file);
    const auto expected = Safetensors::open(fixture(QStringLiteral("torch/values.safetensors")));
    const auto torch = TensorFile::open(file);
    QCOMPARE(torch->entries().size(), expected->entries().size());
    for (const auto &[name, entry] : expected->entries()) {
        const at::Tensor tensor = torch->tensor(name);
        QVERIFY2(at::equal(tensor, expected->tensor(name)), name.c_str());
        QVERIFY2(tensor.scalar_type() == expected->tensor(name).scalar_type(), name.c_str());
        QCOMPARE(torch->entries().at(name).bytes(), entry.bytes());
    }
}

void TestTorchFile::tensorsAreViewsThatOutliveTheirFile()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("new.bin"));
    QVERIFY(QFile::copy(fixture(QStringLiteral("torch/new.bin")), path));
    auto file = TensorFile::open(path);
    const at::Tensor transposed = file->tensor("transposed");
    QCOMPARE(transposed.data_ptr(), file->tensor("matrix").data_ptr());
    QCOMPARE(file->tensor("view").data_ptr<float>(), file->tensor("tied").data_ptr<float>() + 4);
    QVERIFY(!transposed.is_contiguous());
    file.reset();
    QVERIFY(QFile::remove(path));
    const auto expected = Safetensors::open(fixture(QStringLiteral("torch/values.safetensors")));
    QVERIFY(at::equal(transposed, expected->tensor("transposed")));
}

void TestTorchFile::aCheckpointComputesLikeItsSafetensorsTwin_data()
{
    QTest::addColumn<QString>("torch");
    QTest::newRow("gpt2") << QStringLiteral("gpt2.bin");
    QTest::newRow("gpt2-fp16") << QStringLiteral("gpt2-fp16.bin");
    QTest::newRow("gpt2-bf16") << QStringLiteral("gpt2-bf16.bin");
    QTest::addRow("old") << QStringLiteral("gpt2-old.bin");
    QTest::addRow("sharded") << QStringLiteral("gpt2-sharded");
}

void TestTorchFile::aCheckpointComputesLikeItsSafetensorsTwin()
{
    QFETCH(QString, torch);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    const QString twin = tag.startsWith(u"gpt2") ? tag : QStringLiteral("gpt2");
    const TorchCopy copy(twin, torch);
    QVERIFY(copy.isComplete() && copy.removeSafetensors());
    const auto checkpoint = Checkpoint::open(copy.folder());
    const auto reference = Safetensors::open(fixture(u"models/" + twin + u"/reference.safetensors"));
    const auto original = Checkpoint::open(fixture(u"models/" + twin));
    QCOMPARE(checkpoint->storageType(), original->storageType());
    QCOMPARE(checkpoint->parameterCount(), original->parameterCount());
    const at::Tensor stored = reference->tensor("ids");
    const std::vector<std::int64_t> ids(stored.data_ptr<std::int64_t>(),
                                        stored.data_ptr<std::int64_t>() + stored.numel());
    const at::Tensor logits = textLogits(*checkpoint->model({}), ids);
    QVERIFY(at::equal(logits, textLogits(*original->model({}), ids)));
    QVERIFY(at::allclose(logits, reference->tensor("logits"), 1e-4, 1e-4));
}

void TestTorchFile::theHashIsThatOfTheSafetensorsTwin()
{
    const TorchCopy copy(QStringLiteral("gpt2"), QStringLiteral("gpt2-old.bin"));
    QVERIFY(copy.removeSafetensors());
    SilentMonitor silent;
    const QString hash = Checkpoint::open(fixture(QStringLiteral("models/gpt2")))->hash(silent);
    QCOMPARE(Checkpoint::open(copy.folder())->hash(silent), hash);
}

void TestTorchFile::aStridedTensorHashesLikeItsContiguousTwin()
{
    const auto ignore = [](std::int64_t) {};
    const auto strided = TensorFile::open(fixture(QStringLiteral("torch/new.bin")));
    const auto contiguous = TensorFile::open(fixture(QStringLiteral("torch/values.safetensors")));
    for (const char *name : {"transposed", "permuted", "column", "bfloat", "none"})
        QCOMPARE(contentHash(*strided, name, true, ignore), contentHash(*contiguous, name, true, ignore));
}

void TestTorchFile::safetensorsComeFirst()
{
    const TorchCopy copy(QStringLiteral("gpt2"), QStringLiteral("gpt2.bin"));
    QVERIFY(write(copy.file(QStringLiteral("pytorch_model.bin")), "broken"));
    QVERIFY(Checkpoint::open(copy.folder())->parameterCount() > 0);
    QVERIFY(copy.removeSafetensors());
    QVERIFY(thrown([&] { Checkpoint::open(copy.folder()); }).contains(u"pytorch_model.bin is neither"));
}

void TestTorchFile::aSingleFileOfAnotherNameIsTaken()
{
    const TorchCopy copy(QStringLiteral("gpt2"), QStringLiteral("gpt2.bin"));
    QVERIFY(copy.removeSafetensors());
    QVERIFY(QFile::rename(copy.file(QStringLiteral("pytorch_model.bin")), copy.file(QStringLiteral("weights.pt"))));
    QVERIFY(write(copy.file(QStringLiteral("training_args.bin")), "of a trainer"));
    QVERIFY(Checkpoint::open(copy.folder())->parameterCount() > 0);
    QVERIFY(QFile::copy(copy.file(QStringLiteral("weights.pt")), copy.file(QStringLiteral("other.pt"))));
    QCOMPARE(thrown([&] { Checkpoint::open(copy.folder()); }),
             u"File: " + copy.folder() +
                 u" has no weights: neither model.safetensors nor pytorch_model.bin, whole or in shards with an "
                 u"index.");
}

void TestTorchFile::theFingerprintCoversThePickle()
{
    const TorchCopy copy(QStringLiteral("gpt2"), QStringLiteral("gpt2.bin"));
    QVERIFY(copy.removeSafetensors());
    const QString before = Checkpoint::open(copy.folder())->fingerprint();
    QCOMPARE(Checkpoint::open(copy.folder())->fingerprint(), before);
    QByteArray bytes = read(copy.file(QStringLiteral("pytorch_model.bin")));
    // One letter of the device, which changes neither a tensor nor a size.
    bytes.replace(bytes.indexOf("cpu"), 3, "gpu");
    QVERIFY(write(copy.file(QStringLiteral("pytorch_model.bin")), bytes));
    QVERIFY(Checkpoint::open(copy.folder())->fingerprint() != before);
}

void TestTorchFile::aNumberThatIsNoneIsFound()
{
    const TorchCopy copy(QStringLiteral("gpt2"), QStringLiteral("gpt2.bin"));
    QVERIFY(copy.removeSafetensors());
    QByteArray bytes = read(copy.file(QStringLiteral("pytorch_model.bin")));
    const auto file = TensorFile::open(copy.file(QStringLiteral("pytorch_model.bin")));
    bytes.replace(file->entries().at("transformer.wpe.weight").begin + 8, 4, littleEndian<quint32>(0x7fc00000));
    QVERIFY(write(copy.file(QStringLiteral("pytorch_model.bin")), bytes));
    SilentMonitor silent;
    QCOMPARE(thrown([&] { Checkpoint::open(copy.folder())->hash(silent); }),
             u"Format: " + copy.folder() +
                 u"/pytorch_model.bin: the tensor transformer.wpe.weight holds NaN or infinity; the checkpoint is "
                 u"damaged.");
}

void TestTorchFile::textsOfPython2AreRead()
{
    // OrderedDict([["weight", tensor]]), with texts as Python 2 pickled them and the older function for tensors.
    const QByteArray storage = QByteArray("(U\x07storagectorch\nFloatStorage\nU\x01") + "0U\x03" + "cpuK\x04tQ";
    const QByteArray tensor = "ctorch._utils\n_rebuild_tensor\n(" + storage + "K\x01K\x03\x85K\x01\x85tR";
    const QByteArray key = 'T' + littleEndian<quint32>(6) + "weight";
    const QByteArray pickled = "\x80\x02"
                               "ccollections\nOrderedDict\n](](" +
                               key + tensor + "ee\x85R.";
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("python2.bin"));
    QVERIFY(write(path, torchFile(pickled)));
    const auto file = TensorFile::open(path);
    QCOMPARE(file->entries().at("weight").shape, std::vector<std::int64_t>{3});
    QCOMPARE(file->tensor("weight").sum().item<float>(), 0.0F);
}

QTEST_GUILESS_MAIN(TestTorchFile)
#include "TestTorchFile.moc"
