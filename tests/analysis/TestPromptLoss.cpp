// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/EditLevel.h"
#include "core/analysis/PromptLoss.h"
#include "core/analysis/TargetScores.h"
#include "core/analysis/TrainedWeights.h"
#include "core/engine/Forward.h"
#include "core/engine/Steps.h"
#include "tests/support/DirectLoss.h"
#include "tests/support/EveryToken.h"
#include "tests/support/TinyModel.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

std::shared_ptr<const Model> family()
{
    const QString name = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
    return tinyModel(name == QLatin1String("gpt2")    ? tinyGpt2()
                     : name == QLatin1String("llama") ? tinyLlama()
                                                      : tinyNeox());
}

std::vector<Tick> someWeights()
{
    return {{"layers.2.attn.v", Tick::Part::Weights, {5, 33}}, {"layers.2.mlp.out", Tick::Part::Weights, {0, 64, 777}}};
}

} // namespace

class TestPromptLoss : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLossIsThatOfTheDefinition_data();
    void theLossIsThatOfTheDefinition();
    void theGradientIsThatOfFiniteDifferences_data();
    void theGradientIsThatOfFiniteDifferences();
    void packedGradientsEqualSingleOnes_data();
    void packedGradientsEqualSingleOnes();
    void theRecoveryLossIsThatOfTheTokensRead();
};

void TestPromptLoss::theLossIsThatOfTheDefinition_data()
{
    QTest::addColumn<int>("loss");
    for (const PromptLoss loss : {PromptLoss::CrossEntropy, PromptLoss::Literal, PromptLoss::L1})
        for (const char *name : {"gpt2", "llama", "neox"})
            QTest::addRow("%s %s", name, cw::name(loss)) << static_cast<int>(loss);
}

void TestPromptLoss::theLossIsThatOfTheDefinition()
{
    QFETCH(int, loss);
    const auto model = family();
    const TargetPrompts prompts = drawnPrompts(model->spec(), 7);
    SilentMonitor monitor;
    const at::NoGradGuard noGradients;
    const double found = promptLoss(*model, prompts, static_cast<PromptLoss>(loss), monitor).item<double>();
    QVERIFY(std::abs(found - directLoss(*model, prompts, static_cast<PromptLoss>(loss))) < 1e-5);
}

void TestPromptLoss::theGradientIsThatOfFiniteDifferences_data()
{
    theLossIsThatOfTheDefinition_data();
}

void TestPromptLoss::theGradientIsThatOfFiniteDifferences()
{
    QFETCH(int, loss);
    const auto model = family();
    const TargetPrompts prompts = drawnPrompts(model->spec(), 5);
    const TrainedWeights weights(*model, someWeights());
    SilentMonitor monitor;
    promptLoss(Model(*model, weights.parameters()), prompts, static_cast<PromptLoss>(loss), monitor).backward();
    const at::Tensor gradients = weights.gradients().clone();
    at::Tensor values = weights.values();
    constexpr double step = 0.01;
    for (std::int64_t i = 0; i < values.numel(); ++i) {
        const at::NoGradGuard noGradients;
        double sides[2];
        for (const int side : {0, 1}) {
            values.copy_(weights.start());
            values[i] += side == 0 ? -step : step;
            sides[side] = directLoss(Model(*model, weights.parameters()), prompts, static_cast<PromptLoss>(loss));
        }
        const double wanted = (sides[1] - sides[0]) / (2 * step);
        const double found = gradients[i].item<double>();
        QVERIFY2(std::abs(found - wanted) < 1e-4 + 0.02 * std::abs(wanted),
                 qPrintable(QStringLiteral("%1: %2, not %3").arg(i).arg(found).arg(wanted)));
    }
}

void TestPromptLoss::packedGradientsEqualSingleOnes_data()
{
    QTest::addColumn<int>("unused");
    for (const char *name : {"gpt2", "llama", "neox"})
        QTest::newRow(name) << 0;
}

void TestPromptLoss::packedGradientsEqualSingleOnes()
{
    const auto model = family();
    const TargetPrompts prompts = drawnPrompts(model->spec(), 6);
    const TrainedWeights packed(*model, wholeModel(*model));
    const TrainedWeights single(*model, wholeModel(*model));
    SilentMonitor monitor;
    promptLoss(Model(*model, packed.parameters()), prompts, PromptLoss::CrossEntropy, monitor).backward();
    for (const TargetPrompt &prompt : prompts) {
        const Model own(*model, single.parameters());
        const at::Tensor x = streamInput(own, embedTokens(own, prompt.ids)).unsqueeze(0);
        const at::Tensor p = at::log_softmax(logits(own, forward(own, x).squeeze(0)), -1)[x.size(1) - 1];
        ((p[prompt.a] * prompt.shareA + p[prompt.b] * prompt.shareB) / -6.0).backward();
    }
    QVERIFY(single.gradients().abs().max().item<float>() > 0.01F);
    QVERIFY(at::allclose(packed.gradients(), single.gradients(), 1e-3, 1e-5));
}

void TestPromptLoss::theRecoveryLossIsThatOfTheTokensRead()
{
    const auto model = tinyModel(tinyLlama());
    std::vector<Query> texts{everyToken({1, 2, 3, 4, 5, 6}), everyToken({7, 8, 9, 10})};
    texts[0].reads.erase(texts[0].reads.begin() + 2);
    SilentMonitor monitor;
    double sum = 0;
    for (const Query &text : texts) {
        const at::Tensor scores = textLogits(*model, text.ids).to(at::kDouble).log_softmax(-1);
        for (const Query::Read &read : text.reads)
            sum -= scores[read.row][read.id].item<double>();
    }
    QVERIFY(std::abs(meanLoss(*model, texts, monitor) - sum / 7) < 1e-5);
    QVERIFY(std::abs(recoveryLoss(*model, texts, monitor).item<double>() - sum / 7) < 1e-5);
}

QTEST_APPLESS_MAIN(TestPromptLoss)
#include "TestPromptLoss.moc"
