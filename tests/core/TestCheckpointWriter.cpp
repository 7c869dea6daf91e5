// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/CheckpointWriter.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Safetensors.h"
#include "core/engine/Forward.h"
#include "tests/support/TestFiles.h"
#include "tests/support/TinyModel.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <QTest>

using namespace cw;

class TestCheckpointWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack();
    void halfPrecisionStaysHalf();
    void mapsLieAsGpt2KeepsThem();
    void otherFamiliesAreRefused();
    void aMissingFolderIsNamed();

private:
    QTemporaryDir m_dir;
};

void TestCheckpointWriter::whatIsWrittenIsReadBack()
{
    ModelSpec spec = tinyGpt2();
    spec.activation = Activation::Gelu;
    spec.normEpsilon = 1e-4;
    const auto model = tinyModel(spec);
    writeGpt2Checkpoint(m_dir.path(), spec, model->parameters(), 7);
    const auto checkpoint = Checkpoint::open(m_dir.path());
    QCOMPARE(checkpoint->spec().hidden, spec.hidden);
    QCOMPARE(checkpoint->spec().activation, Activation::Gelu);
    QCOMPARE(checkpoint->spec().normEpsilon, 1e-4);
    QCOMPARE(checkpoint->endIds(), std::vector<std::int64_t>{7});
    QCOMPARE(checkpoint->storageType(), QStringLiteral("fp32"));
    const std::vector<std::int64_t> ids{3, 1, 4, 1, 5};
    const auto read = checkpoint->model({});
    for (const auto &[name, tensor] : read->parameters())
        QVERIFY2(at::equal(tensor, model->parameters().at(name)), name.c_str());
    QCOMPARE(read->parameters().size(), model->parameters().size());
    QVERIFY(at::allclose(textLogits(*read, ids), textLogits(*model, ids), 1e-5, 1e-5));
}

void TestCheckpointWriter::halfPrecisionStaysHalf()
{
    const ModelSpec spec = tinyGpt2();
    Parameters half;
    for (const auto &[name, tensor] : tinyParameters(spec))
        half[name] = tensor.to(at::kHalf);
    writeGpt2Checkpoint(m_dir.path(), spec, half, 0);
    const auto checkpoint = Checkpoint::open(m_dir.path());
    QCOMPARE(checkpoint->storageType(), QStringLiteral("fp16"));
    const auto model = checkpoint->model({});
    for (const auto &[name, tensor] : model->parameters())
        QVERIFY2(at::equal(tensor, half.at(name)), name.c_str());
}

void TestCheckpointWriter::mapsLieAsGpt2KeepsThem()
{
    const ModelSpec spec = tinyGpt2();
    writeGpt2Checkpoint(m_dir.path(), spec, tinyParameters(spec), 0);
    const auto file = Safetensors::open(m_dir.filePath(QStringLiteral("model.safetensors")));
    QCOMPARE(file->metadata().at("format"), std::string("pt"));
    const std::vector<std::int64_t> inOut{spec.width, 3 * spec.width};
    QCOMPARE(file->entries().at("transformer.h.0.attn.c_attn.weight").shape, inOut);
    QVERIFY(file->entries().count("transformer.ln_f.bias") == 1);
    QVERIFY(file->entries().count("lm_head.weight") == 0);
}

void TestCheckpointWriter::otherFamiliesAreRefused()
{
    const ModelSpec spec = tinyLlama();
    QCOMPARE(test::thrown([&] { writeGpt2Checkpoint(m_dir.path(), spec, tinyParameters(spec), 0); }),
             QStringLiteral("Unsupported: Only models of the family gpt2 can be written, not of llama."));
}

void TestCheckpointWriter::aMissingFolderIsNamed()
{
    const QString folder = m_dir.filePath(QStringLiteral("nowhere"));
    const QString thrown =
        test::thrown([&] { writeGpt2Checkpoint(folder, tinyGpt2(), tinyParameters(tinyGpt2()), 0); });
    QVERIFY2(thrown.startsWith(u"File: " + folder + u"/model.safetensors"), qPrintable(thrown));
}

QTEST_APPLESS_MAIN(TestCheckpointWriter)
#include "TestCheckpointWriter.moc"
