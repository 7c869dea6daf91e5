// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Monitor.h"
#include "tests/support/CheckpointCopy.h"

#include <QTest>

using namespace cw;
using namespace cw::test;

class TestBrokenCheckpoint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNumberThatIsNoneIsFoundByTheHash_data();
    void aNumberThatIsNoneIsFoundByTheHash();
    void aBrokenConfigIsRefusedWithItsKey_data();
    void aBrokenConfigIsRefusedWithItsKey();
    void aConfigThatItsFamilyCannotReadIsRefused_data();
    void aConfigThatItsFamilyCannotReadIsRefused();
    void anUnknownArchitectureListsTheKnownOnes();
    void aTensorOfTheWrongShapeIsNamedWithBothShapes();
    void aMissingTensorIsNamed();
    void integerWeightsAreRefused();
    void aBrokenFolderIsRefused_data();
    void aBrokenFolderIsRefused();
    void anIndexMustNameFilesBesideIt_data();
    void anIndexMustNameFilesBesideIt();
    void fp16OnTheCpuIsRefusedWithTheAlternative();
};

void TestBrokenCheckpoint::aNumberThatIsNoneIsFoundByTheHash_data()
{
    QTest::addColumn<double>("number");
    QTest::newRow("gpt2") << double(NAN);
    QTest::newRow("gpt2-fp16") << double(INFINITY);
    QTest::newRow("gpt2-bf16") << double(NAN);
}

void TestBrokenCheckpoint::aNumberThatIsNoneIsFoundByTheHash()
{
    QFETCH(double, number);
    const CheckpointCopy copy(QString::fromLatin1(QTest::currentDataTag()));
    copy.rewrite(
        [number](CheckpointCopy::Tensors &tensors) { tensors["transformer.h.1.mlp.c_fc.weight"][23][95] = number; });
    const auto checkpoint = Checkpoint::open(copy.folder());
    SilentMonitor silent;
    const QString sentence =
        QStringLiteral("Format: %1/model.safetensors: the tensor transformer.h.1.mlp.c_fc.weight holds "
                       "NaN or infinity; the checkpoint is damaged.")
            .arg(copy.folder());
    QCOMPARE(thrown([&] { checkpoint->hash(silent); }), sentence);
}

void TestBrokenCheckpoint::aBrokenConfigIsRefusedWithItsKey_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *change, const char *sentence) {
        QTest::newRow(name) << QByteArray(change) << QString::fromLatin1(sentence);
    };
    row("missing", "{\"hidden_size\":null}", "Format: %1 has no value for \"hidden_size\".");
    row("text for a number", "{\"hidden_size\":\"24\"}",
        "Format: %1: \"hidden_size\" is \"24\", but it must be a whole number from 1 to 2147483647.");
    row("negative", "{\"num_hidden_layers\":-2}",
        "Format: %1: \"num_hidden_layers\" is -2, but it must be a whole number from 1 to 2147483647.");
    row("above 2^31", "{\"vocab_size\":4294967296}",
        "Format: %1: \"vocab_size\" is 4294967296, but it must be a whole number from 1 to 2147483647.");
    row("a fraction", "{\"intermediate_size\":1.5}",
        "Format: %1: \"intermediate_size\" is 1.5, but it must be a whole number from 1 to 2147483647.");
    row("too many layers", "{\"num_hidden_layers\":2000000000}",
        "Format: %1: \"num_hidden_layers\" is 2000000000, but no model has more than 10000 layers.");
    row("heads do not divide", "{\"num_attention_heads\":5,\"num_key_value_heads\":5,\"head_dim\":null}",
        "Format: %1: \"num_attention_heads\" is 5, but it must divide the width of the model.");
    row("groups do not divide", "{\"num_key_value_heads\":3}",
        "Format: %1: \"num_key_value_heads\" is 3, but it must divide the number of heads.");
    row("huge heads", "{\"head_dim\":2000000000}",
        "Format: %1: \"num_attention_heads\" is 4, but its heads together would be wider than any model.");
    row("odd head", "{\"head_dim\":5}",
        "Format: %1: 5.000000 of a head of width 5 cannot be turned; it must be an even number within the head.");
    row("epsilon", "{\"rms_norm_eps\":0}", "Format: %1: \"rms_norm_eps\" is 0, but it must be a number above 0.");
    row("flag", "{\"tie_word_embeddings\":\"no\"}",
        "Format: %1: \"tie_word_embeddings\" is \"no\", but it must be true or false.");
    row("activation", "{\"hidden_act\":\"mish\"}",
        "Unsupported: %1: the activation \"mish\" is not known; known are gelu, gelu_python, gelu_new, "
        "gelu_pytorch_tanh, "
        "gelu_fast, relu, silu, swish.");
    row("scaling", "{\"rope_scaling\":{\"type\":\"mrope\",\"factor\":2}}",
        "Unsupported: %1: the rotary scaling \"mrope\" is not known; known are default, linear, dynamic, llama3, yarn, "
        "longrope.");
    row("yarn without a factor", "{\"rope_scaling\":{\"type\":\"yarn\"}}",
        "Format: %1 has no value for \"rope_scaling.factor\".");
    row("longrope of another width", "{\"rope_scaling\":{\"type\":\"longrope\",\"short_factor\":[1,2]}}",
        "Format: %1: \"rope_scaling.short_factor\" is [1,2], but it must have one number per pair of turned entries.");
    row("longrope that is no number",
        "{\"rope_scaling\":{\"type\":\"longrope\",\"short_factor\":[1,2,3],\"long_factor\":[1,0,3]}}",
        "Format: %1: \"rope_scaling.long_factor\" is [1,0,3], but it must be a list of numbers above 0.");
    row("factor", "{\"rope_scaling\":{\"type\":\"linear\"}}", "Format: %1 has no value for \"rope_scaling.factor\".");
    row("scaling is no object", "{\"rope_scaling\":2}", "Format: %1: \"rope_scaling\" is 2, but it must be an object.");
    row("quantized", "{\"quantization_config\":{}}",
        "Unsupported: %1: the checkpoint is quantized; use the one it was made from.");
}

void TestBrokenCheckpoint::aBrokenConfigIsRefusedWithItsKey()
{
    QFETCH(QByteArray, change);
    QFETCH(QString, sentence);
    const CheckpointCopy copy(QStringLiteral("llama-tied"));
    QJsonObject config = copy.config();
    const QJsonObject changes = QJsonDocument::fromJson(change).object();
    for (auto item = changes.begin(); item != changes.end(); ++item)
        config[item.key()] = item.value();
    QVERIFY(copy.setConfig(config));
    QCOMPARE(thrown([&] { Checkpoint::open(copy.folder()); }), sentence.arg(copy.folder() + u"/config.json"));
}

void TestBrokenCheckpoint::aConfigThatItsFamilyCannotReadIsRefused_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *model, const char *change, const char *sentence) {
        QTest::addRow("%s %s", model, change)
            << QString::fromLatin1(model) << QByteArray(change) << QString::fromLatin1(sentence);
    };
    row("gpt2", "{\"attention_head_type\":\"multiquery\"}",
        "\"attention_head_type\" is \"multiquery\", but only its conversion to gpt_bigcode can be read.");
    row("gpt-neo", "{\"attention_types\":[[[\"global\"],1]]}",
        "\"attention_types\" is [[[\"global\"],1]], but it must name one type per layer.");
    row("gpt-neo", "{\"attention_types\":[[[],1]]}",
        "\"attention_types\" is [[[],1]], but it must be a list of [[\"global\", ...], times].");
    row("codegen", "{\"n_head\":6}", "\"n_head\" is 6, but it must be a multiple of 4.");
    row("falcon-grouped", "{\"num_kv_heads\":3}", "\"num_kv_heads\" is 3, but it must divide the number of heads.");
    row("opt", "{\"layer_norm_elementwise_affine\":false}",
        "\"layer_norm_elementwise_affine\" is false, but norms without weights are not known.");
    row("mistral-window", "{\"layer_types\":[\"full_attention\"]}",
        "\"layer_types\" is [\"full_attention\"], but it must name one type per layer.");
    row("mistral-window", "{\"layer_types\":[1,2]}", "\"layer_types\" is [1,2], but it must be a list of texts.");
    row("bert", "{\"position_embedding_type\":\"relative_key\"}",
        "\"position_embedding_type\" is \"relative_key\", but only \"absolute\" is known.");
    row("roberta", "{\"pad_token_id\":2147483647}",
        "\"max_position_embeddings\" is 39, but it must exceed the padding token's id + 1.");
    row("stablelm-parallel", "{\"num_attention_heads\":2000000,\"hidden_size\":16000000}",
        "\"num_attention_heads\" is 2000000, but no model has so many heads with norms of their own.");
}

void TestBrokenCheckpoint::aConfigThatItsFamilyCannotReadIsRefused()
{
    QFETCH(QString, model);
    QFETCH(QByteArray, change);
    QFETCH(QString, sentence);
    const CheckpointCopy copy(model);
    QJsonObject config = copy.config();
    const QJsonObject changes = QJsonDocument::fromJson(change).object();
    for (auto item = changes.begin(); item != changes.end(); ++item)
        config[item.key()] = item.value();
    QVERIFY(copy.setConfig(config));
    QCOMPARE(thrown([&] { Checkpoint::open(copy.folder()); }),
             u"Format: " + copy.folder() + u"/config.json: " + sentence);
}

void TestBrokenCheckpoint::anUnknownArchitectureListsTheKnownOnes()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    QVERIFY(copy.setConfig({{QStringLiteral("model_type"), QStringLiteral("mamba")}}));
    QCOMPARE(thrown([&] { Checkpoint::open(copy.folder()); }),
             u"Unsupported: " + copy.folder() +
                 u"/config.json: the architecture \"mamba\" is not known; known are gpt2, openai-gpt, gpt_bigcode, "
                 u"gpt_neo, gptj, codegen, gpt_neox, bloom, falcon, opt, llama, mistral, qwen2, qwen3, gemma, gemma2, "
                 u"olmo2, starcoder2, phi, phi3, stablelm, bert, roberta, distilbert, electra.");
    QVERIFY(copy.setConfig({}));
    QCOMPARE(thrown([&] { Checkpoint::open(copy.folder()); }),
             u"Format: " + copy.folder() + u"/config.json has no value for \"architectures\".");
}

void TestBrokenCheckpoint::aTensorOfTheWrongShapeIsNamedWithBothShapes()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    QJsonObject config = copy.config();
    config[QStringLiteral("n_inner")] = 100;
    QVERIFY(copy.setConfig(config));
    QCOMPARE(thrown([&] { Checkpoint::open(copy.folder()); }),
             u"Format: " + copy.folder() +
                 u"/model.safetensors: the tensor transformer.h.0.mlp.c_fc.weight has the shape [24, 96], but "
                 u"config.json asks for [24, 100].");
}

void TestBrokenCheckpoint::aMissingTensorIsNamed()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    copy.rewrite([](CheckpointCopy::Tensors &tensors) { tensors.erase("transformer.h.1.ln_2.bias"); });
    const QString sentence = u"Format: " + copy.folder() +
                             u"/model.safetensors has no tensor %1: it is not complete or not what "
                             u"config.json says.";
    QCOMPARE(thrown([&] { Checkpoint::open(copy.folder()); }),
             sentence.arg(QStringLiteral("transformer.h.1.ln_2.bias")));
    copy.rewrite([](CheckpointCopy::Tensors &tensors) { tensors.erase("transformer.wte.weight"); });
    QCOMPARE(thrown([&] { Checkpoint::open(copy.folder()); }), sentence.arg(QStringLiteral("transformer.wte.weight")));
}

void TestBrokenCheckpoint::integerWeightsAreRefused()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    copy.rewrite([](CheckpointCopy::Tensors &tensors) {
        tensors["transformer.wpe.weight"] = tensors["transformer.wpe.weight"].to(at::kChar);
    });
    QCOMPARE(
        thrown([&] { Checkpoint::open(copy.folder()); }),
        u"Unsupported: " + copy.folder() +
            u"/model.safetensors: the tensor transformer.wpe.weight has the type I8; weights must be floating point.");
}

void TestBrokenCheckpoint::aBrokenFolderIsRefused_data()
{
    QTest::addColumn<QString>("remove");
    QTest::addColumn<QString>("add");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no weights") << QStringLiteral("model.safetensors") << QString()
                                << QStringLiteral(
                                       "File: %1 has no weights: neither model.safetensors nor pytorch_model.bin, "
                                       "whole or in shards with an index.");
    QTest::newRow("pickle") << QStringLiteral("model.safetensors") << QStringLiteral("pytorch_model.bin")
                            << QStringLiteral(
                                   "Unsupported: %1/pytorch_model.bin is neither a safetensors file nor one that "
                                   "torch.save wrote; download it again or take the model as safetensors.");
    QTest::newRow("no config") << QStringLiteral("config.json") << QString()
                               << QStringLiteral("File: %1/config.json cannot be opened: No such file or directory.");
}

void TestBrokenCheckpoint::aBrokenFolderIsRefused()
{
    QFETCH(QString, remove);
    QFETCH(QString, add);
    QFETCH(QString, sentence);
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    QVERIFY(QFile::remove(QDir(copy.folder()).filePath(remove)));
    QVERIFY(add.isEmpty() || write(QDir(copy.folder()).filePath(add), "x"));
    QCOMPARE(thrown([&] { Checkpoint::open(copy.folder()); }), sentence.arg(copy.folder()));
    QCOMPARE(thrown([&] { Checkpoint::open(copy.folder() + u"/none"); }),
             u"File: " + copy.folder() + u"/none does not exist.");
    QCOMPARE(thrown([&] { Checkpoint::open(copy.folder() + u"/tokenizer.json"); }),
             u"File: " + copy.folder() + u"/tokenizer.json is no folder; name the folder that holds config.json.");
}

void TestBrokenCheckpoint::anIndexMustNameFilesBesideIt_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("sentence");
    const QString outside =
        QStringLiteral("Format: %1/model.safetensors.index.json names \"%2\" as the file of the tensor "
                       "transformer.wte.weight; it must be a file name.");
    for (const char *file : {"../gpt2/model.safetensors", "/etc/passwd", "..", ""})
        QTest::newRow(*file ? file : "nothing") << QString::fromLatin1(file) << outside;
    const QString index =
        QStringLiteral("Format: %1/model.safetensors.index.json names the index \"%2\" as the file of "
                       "the tensor transformer.wte.weight; an index leads to files of tensors only.");
    QTest::newRow("itself") << QStringLiteral("model.safetensors.index.json") << index;
    QTest::newRow("another index") << QStringLiteral("pytorch_model.bin.index.json") << index;
    QTest::newRow("missing") << QStringLiteral("none.safetensors")
                             << QStringLiteral("File: %1/%2 cannot be opened: No such file or directory.");
    QTest::newRow("wrong shard") << QStringLiteral("model-00004-of-00004.safetensors")
                                 << QStringLiteral(
                                        "Format: %1/%2 has no tensor transformer.wte.weight, although the index "
                                        "says so.");
}

void TestBrokenCheckpoint::anIndexMustNameFilesBesideIt()
{
    QFETCH(QString, file);
    QFETCH(QString, sentence);
    const CheckpointCopy copy(QStringLiteral("gpt2-sharded"));
    const QString path = copy.folder() + u"/model.safetensors.index.json";
    QJsonObject index = QJsonDocument::fromJson(read(path)).object();
    QJsonObject weights = index[QStringLiteral("weight_map")].toObject();
    weights[QStringLiteral("transformer.wte.weight")] = file;
    index[QStringLiteral("weight_map")] = weights;
    QVERIFY(write(path, QJsonDocument(index).toJson()));
    QCOMPARE(thrown([&] { Checkpoint::open(copy.folder()); }), sentence.arg(copy.folder(), file));
}

void TestBrokenCheckpoint::fp16OnTheCpuIsRefusedWithTheAlternative()
{
    Placement placement;
    placement.type = at::kHalf;
    const auto checkpoint = Checkpoint::open(fixture(QStringLiteral("models/gpt2-fp16")));
    QCOMPARE(thrown([&] { checkpoint->model(placement); }),
             QStringLiteral("Unsupported: The CPU cannot compute in fp16; choose fp32 or bf16, or a CUDA device."));
}

QTEST_GUILESS_MAIN(TestBrokenCheckpoint)
#include "TestBrokenCheckpoint.moc"
