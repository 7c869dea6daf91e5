// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/engine/Monitor.h"
#include "tests/support/CheckpointCopy.h"

#include <QJsonArray>
#include <QTest>
#include <QtEndian>

using namespace cw;
using namespace cw::test;

namespace {

class CountingMonitor final : public Monitor {
public:
    void stage(const char *) override {}
    void step(std::int64_t, std::int64_t) override
    {
        if (++m_steps > m_most)
            throw Error(Error::Kind::Cancelled, "stopped");
    }
    explicit CountingMonitor(int most = 1000000) : m_most(most) {}
    int steps() const { return m_steps; }

private:
    int m_most;
    int m_steps = 0;
};

/// Memory of this process that is in RAM; the second number of statm counts pages of 4 kB.
qint64 residentBytes()
{
    return read(QStringLiteral("/proc/self/statm")).split(' ').value(1).toLongLong() * 4096;
}

} // namespace

class TestCheckpoint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSpecSaysWhatTheConfigSays();
    void rotaryScalingIsRead_data();
    void rotaryScalingIsRead();
    void theNewerNameOfRotarySettingsIsRead();
    void whatTheConfigLeavesOutIsTakenFromTheFamily();
    void the16BitTypesAreNamed_data();
    void the16BitTypesAreNamed();
    void parametersAreCountedOnce();
    void theModelViewsTheFileAndKeepsItOpen();
    void otherPrefixesAreFound_data();
    void otherPrefixesAreFound();
    void storedMasksAreLeftOut();
    void specialIdsComeFromTheGenerationConfig();
    void shardsHashLikeOneFile();
    void theFingerprintChangesWithAnyPartOfIt();
    void theHashCanBeStopped();
    void aFolderWithoutATokenizerOpens();
    void fiveHundredMegabytesOpenUnread();
    void modelsTrainedByOthersOpen_data();
    void modelsTrainedByOthersOpen();
};

void TestCheckpoint::theSpecSaysWhatTheConfigSays()
{
    const ModelSpec gpt2 = Checkpoint::open(fixture(QStringLiteral("models/gpt2-switches")))->spec();
    QCOMPARE(gpt2.family, "gpt2");
    QCOMPARE(gpt2.hidden, 40);
    QVERIFY(!gpt2.scaledAttention && gpt2.layerScaledAttention && !gpt2.tiedHead);
    QVERIFY(gpt2.activation == Activation::Relu);
    const ModelSpec llama = Checkpoint::open(fixture(QStringLiteral("models/llama-head-dim")))->spec();
    QCOMPARE(llama.headWidth, 10);
    QCOMPARE(llama.rotary.width, 10);
    QVERIFY(llama.norm == NormKind::RmsNorm && llama.gatedMlp && llama.qkv == QkvLayout::Separate);
    QCOMPARE(Checkpoint::open(fixture(QStringLiteral("models/llama-grouped")))->spec().kvHeads, 2);
    const ModelSpec neox = Checkpoint::open(fixture(QStringLiteral("models/neox-parallel-partial")))->spec();
    QCOMPARE(neox.rotary.width, 4);
    QVERIFY(neox.residual == ResidualKind::Parallel && neox.qkvGroups == neox.heads);
}

void TestCheckpoint::rotaryScalingIsRead_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("scaling");
    QTest::addColumn<double>("factor");
    QTest::addColumn<int>("context");
    QTest::addColumn<int>("original");
    const auto row = [](const char *model, RotarySpec::Scaling scaling, double factor, int context, int original) {
        QTest::newRow(model) << QString::fromLatin1(model) << static_cast<int>(scaling) << factor << context
                             << original;
    };
    row("llama-linear", RotarySpec::Scaling::Linear, 2, 32, 16);
    row("llama-dynamic", RotarySpec::Scaling::Dynamic, 4, 32, 8);
    row("llama-llama3", RotarySpec::Scaling::Llama3, 4, 32, 16);
    row("llama-tied", RotarySpec::Scaling::None, 1, 32, 0);
}

void TestCheckpoint::rotaryScalingIsRead()
{
    QFETCH(QString, model);
    QFETCH(int, scaling);
    QFETCH(double, factor);
    QFETCH(int, context);
    QFETCH(int, original);
    const ModelSpec spec = Checkpoint::open(fixture(u"models/" + model))->spec();
    QCOMPARE(static_cast<int>(spec.rotary.scaling), scaling);
    QCOMPARE(spec.rotary.factor, factor);
    QCOMPARE(spec.context, context);
    QCOMPARE(spec.rotary.originalContext, original);
}

void TestCheckpoint::theNewerNameOfRotarySettingsIsRead()
{
    const CheckpointCopy copy(QStringLiteral("llama-llama3"));
    QJsonObject config = copy.config();
    QJsonObject rope = config.take(QStringLiteral("rope_scaling")).toObject();
    rope[QStringLiteral("rope_theta")] = config.take(QStringLiteral("rope_theta"));
    config[QStringLiteral("rope_parameters")] = rope;
    QVERIFY(copy.setConfig(config));
    const RotarySpec rotary = Checkpoint::open(copy.folder())->spec().rotary;
    QVERIFY(rotary.scaling == RotarySpec::Scaling::Llama3);
    QCOMPARE(rotary.base, 500.0);
    QCOMPARE(rotary.originalContext, 16);
}

void TestCheckpoint::whatTheConfigLeavesOutIsTakenFromTheFamily()
{
    const CheckpointCopy copy(QStringLiteral("llama-untied"));
    QJsonObject config = copy.config();
    for (const char *key : {"num_key_value_heads", "head_dim", "rope_theta", "tie_word_embeddings", "model_type"})
        config.remove(QLatin1String(key));
    QVERIFY(copy.setConfig(config));
    const ModelSpec spec = Checkpoint::open(copy.folder())->spec();
    QCOMPARE(spec.family, "llama");
    QCOMPARE(spec.kvHeads, 4);
    QCOMPARE(spec.headWidth, 6);
    QCOMPARE(spec.rotary.base, 10000.0);
    QVERIFY(!spec.tiedHead);
}

void TestCheckpoint::the16BitTypesAreNamed_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("gpt2") << QStringLiteral("fp32");
    QTest::newRow("gpt2-fp16") << QStringLiteral("fp16");
    QTest::newRow("gpt2-bf16") << QStringLiteral("bf16");
}

void TestCheckpoint::the16BitTypesAreNamed()
{
    QFETCH(QString, type);
    QCOMPARE(Checkpoint::open(fixture(u"models/" + QString::fromLatin1(QTest::currentDataTag())))->storageType(), type);
}

void TestCheckpoint::parametersAreCountedOnce()
{
    const auto checkpoint = Checkpoint::open(fixture(QStringLiteral("models/gpt2")));
    const int block = 24 * 72 + 72 + 24 * 24 + 24 + 24 * 96 + 96 + 96 * 24 + 24 + 4 * 24;
    QCOMPARE(checkpoint->parameterCount(), std::int64_t{64 * 24 + 32 * 24 + 2 * block + 2 * 24});
}

void TestCheckpoint::theModelViewsTheFileAndKeepsItOpen()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    const auto model = Checkpoint::open(copy.folder())->model({});
    QVERIFY(QDir(copy.folder()).removeRecursively());
    const at::Tensor qkv = model->parameters().at("layers.0.attn.qkv");
    const auto original = Safetensors::open(fixture(QStringLiteral("models/gpt2/model.safetensors")));
    QVERIFY(at::equal(qkv.t(), original->tensor("transformer.h.0.attn.c_attn.weight")));
    QVERIFY(!qkv.is_contiguous());
}

void TestCheckpoint::otherPrefixesAreFound_data()
{
    QTest::addColumn<QByteArray>("prefix");
    const auto rows = [](const char *prefix, std::initializer_list<const char *> models) {
        for (const char *model : models)
            QTest::newRow(model) << QByteArray(prefix);
    };
    rows("transformer.",
         {"gpt2", "openai-gpt", "gpt-bigcode-heads", "gpt-neo", "gptj", "codegen", "bloom", "falcon-alibi"});
    rows("model.", {"llama-tied", "qwen3", "gemma2", "olmo2", "starcoder2", "phi", "phi3", "stablelm"});
    rows("model.decoder.", {"opt-projected"});
    rows("gpt_neox.", {"neox-sequential-full"});
    rows("bert.", {"bert-old-names"});
    rows("roberta.", {"roberta"});
    rows("distilbert.", {"distilbert"});
    rows("electra.", {"electra"});
}

void TestCheckpoint::otherPrefixesAreFound()
{
    QFETCH(QByteArray, prefix);
    const CheckpointCopy copy(QString::fromLatin1(QTest::currentDataTag()));
    const std::int64_t before = Checkpoint::open(copy.folder())->parameterCount();
    copy.rewrite([&](CheckpointCopy::Tensors &tensors) {
        std::map<std::string, at::Tensor> renamed;
        for (const auto &[name, tensor] : tensors)
            renamed[name.rfind(prefix.constData(), 0) == 0 ? name.substr(prefix.size()) : name] = tensor;
        tensors = renamed;
    });
    QCOMPARE(Checkpoint::open(copy.folder())->parameterCount(), before);
}

void TestCheckpoint::storedMasksAreLeftOut()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    const std::int64_t before = Checkpoint::open(copy.folder())->parameterCount();
    copy.rewrite([](CheckpointCopy::Tensors &tensors) {
        tensors["transformer.h.0.attn.bias"] = at::ones({1, 1, 32, 32}, at::kByte);
        tensors["transformer.h.0.attn.masked_bias"] = at::full({}, -INFINITY);
        tensors["lm_head.weight"] = tensors["transformer.wte.weight"].clone();
    });
    const auto checkpoint = Checkpoint::open(copy.folder());
    QCOMPARE(checkpoint->parameterCount(), before);
    SilentMonitor silent;
    QCOMPARE(checkpoint->hash(silent).size(), 64);
}

void TestCheckpoint::specialIdsComeFromTheGenerationConfig()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    QVERIFY(write(copy.folder() + u"/generation_config.json", "{\"eos_token_id\":[5,6]}"));
    QCOMPARE(Checkpoint::open(copy.folder())->endIds(), (std::vector<std::int64_t>{5, 6}));
    QCOMPARE(Checkpoint::open(copy.folder())->beginId().value(), 1);
    QVERIFY(write(copy.folder() + u"/generation_config.json", "{broken"));
    QCOMPARE(Checkpoint::open(copy.folder())->endIds(), std::vector<std::int64_t>{2});
}

void TestCheckpoint::shardsHashLikeOneFile()
{
    SilentMonitor silent;
    const auto one = Checkpoint::open(fixture(QStringLiteral("models/gpt2")));
    const auto shards = Checkpoint::open(fixture(QStringLiteral("models/gpt2-sharded")));
    QCOMPARE(shards->hash(silent), one->hash(silent));
    QVERIFY(shards->fingerprint() != one->fingerprint());
    QVERIFY(Checkpoint::open(fixture(QStringLiteral("models/gpt2-bf16")))->hash(silent) != one->hash(silent));
}

void TestCheckpoint::theFingerprintChangesWithAnyPartOfIt()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    const QString before = Checkpoint::open(copy.folder())->fingerprint();
    QCOMPARE(Checkpoint::open(fixture(QStringLiteral("models/gpt2")))->fingerprint(), before);
    QJsonObject config = copy.config();
    config[QStringLiteral("n_ctx")] = 31;
    QVERIFY(copy.setConfig(config));
    const QString other = Checkpoint::open(copy.folder())->fingerprint();
    QVERIFY(other != before);
    copy.rewrite([](CheckpointCopy::Tensors &tensors) { tensors["more"] = at::zeros({1}); });
    QVERIFY(Checkpoint::open(copy.folder())->fingerprint() != other);
}

void TestCheckpoint::theHashCanBeStopped()
{
    const auto checkpoint = Checkpoint::open(fixture(QStringLiteral("models/gpt2")));
    CountingMonitor counting;
    checkpoint->hash(counting);
    QVERIFY(counting.steps() > 25);
    CountingMonitor stopping(3);
    QCOMPARE(thrown([&] { checkpoint->hash(stopping); }), QStringLiteral("Cancelled: stopped"));
}

void TestCheckpoint::aFolderWithoutATokenizerOpens()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    QVERIFY(QFile::remove(copy.folder() + u"/tokenizer.json"));
    const auto checkpoint = Checkpoint::open(copy.folder());
    const QString complaint = thrown([&] { checkpoint->tokenizer(); });
    QVERIFY2(complaint.startsWith(QString(u"File: " + copy.folder() + u" has no tokenizer")), qPrintable(complaint));
    QCOMPARE(Checkpoint::open(fixture(QStringLiteral("models/gpt2")))->tokenizer()->size(), 64);
}

void TestCheckpoint::fiveHundredMegabytesOpenUnread()
{
    // A sparse file: the header of a large embedding, and data that is never read.
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    QJsonObject config = copy.config();
    const int vocabulary = 5500000;
    config[QStringLiteral("vocab_size")] = vocabulary;
    QVERIFY(copy.setConfig(config));
    const auto small = Safetensors::open(copy.folder() + u"/model.safetensors");
    QJsonObject header;
    qint64 end = 0;
    for (const auto &[name, entry] : small->entries()) {
        QJsonArray shape;
        qint64 bytes = 4;
        for (std::size_t i = 0; i < entry.shape.size(); ++i) {
            shape.append(qint64{name == "transformer.wte.weight" && i == 0 ? vocabulary : entry.shape[i]});
            bytes *= shape.last().toInteger();
        }
        header[QString::fromStdString(name)] =
            QJsonObject{{QStringLiteral("dtype"), QStringLiteral("F32")},
                        {QStringLiteral("shape"), shape},
                        {QStringLiteral("data_offsets"), QJsonArray{end, end + bytes}}};
        end += bytes;
    }
    QByteArray json = QJsonDocument(header).toJson(QJsonDocument::Compact);
    json.append((8 - json.size() % 8) % 8, ' ');
    QByteArray length(8, '\0');
    qToLittleEndian(static_cast<quint64>(json.size()), length.data());
    QFile file(copy.file(QStringLiteral("large")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(length + json) > 0 && file.resize(8 + json.size() + end));
    file.close();
    QVERIFY(QFile::remove(copy.folder() + u"/model.safetensors") && file.rename(copy.folder() + u"/model.safetensors"));

    const qint64 before = residentBytes();
    QVERIFY(before > 0);
    const auto checkpoint = Checkpoint::open(copy.folder());
    const auto model = checkpoint->model({});
    const qint64 more = residentBytes() - before;
    QVERIFY(checkpoint->fileBytes() > 500'000'000);
    QCOMPARE(model->embedding().size(0), vocabulary);
    QVERIFY2(more < 20'000'000, qPrintable(QString::number(more)));
}

void TestCheckpoint::modelsTrainedByOthersOpen_data()
{
    QTest::addColumn<qint64>("parameters");
    QTest::newRow("stories260K") << qint64{260032};
    QTest::newRow("capp-gpt") << qint64{236224};
    QTest::newRow("micro-lm-Base") << qint64{196800};
}

void TestCheckpoint::modelsTrainedByOthersOpen()
{
    const QString root = outsideData(QStringLiteral("models"));
    if (root.isEmpty())
        QSKIP("set COUNTERWEIGHT_TEST_DATA to a folder with models/");
    QFETCH(qint64, parameters);
    const auto checkpoint = Checkpoint::open(QDir(root).filePath(QString::fromLatin1(QTest::currentDataTag())));
    QCOMPARE(checkpoint->parameterCount(), parameters);
    QCOMPARE(checkpoint->storageType(), QStringLiteral("fp32"));
    SilentMonitor silent;
    QCOMPARE(checkpoint->hash(silent).size(), 64);
    QCOMPARE(checkpoint->model({})->spec().layers, checkpoint->spec().layers);
}

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "TestCheckpoint.moc"
