// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Model.h"
#include "tests/support/Edits.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QTest>

using namespace cw;
using namespace cw::test;

class TestLoadModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatFitsIsTheSameModel();
    void anEditedModelStaysEditedInAnotherType();
};

void TestLoadModel::whatFitsIsTheSameModel()
{
    const LoadedModel loaded = opened(fixture(QStringLiteral("models/gpt2")));
    QCOMPARE(placedModel(loaded, QStringLiteral("cpu"), QStringLiteral("fp32")).model, loaded.model);
    const LoadedModel rough = placedModel(loaded, QStringLiteral("cpu"), QStringLiteral("bf16"));
    QCOMPARE(rough.model->placement().type, at::kBFloat16);
    QCOMPARE(rough.checkpoint, loaded.checkpoint);
}

void TestLoadModel::anEditedModelStaysEditedInAnotherType()
{
    const LoadedModel loaded = opened(fixture(QStringLiteral("models/gpt2")));
    const MadeEdit edit = editOf(loaded);
    const LoadedModel rough =
        placedModel({loaded.checkpoint, edit.model}, QStringLiteral("cpu"), QStringLiteral("bf16"));
    QCOMPARE(rough.model->placement().type, at::kBFloat16);
    for (const auto &[name, parameter] : edit.model->parameters())
        QVERIFY2(rough.model->parameters().at(name).is_same(parameter), name.c_str());
}

QTEST_GUILESS_MAIN(TestLoadModel)
#include "TestLoadModel.moc"
