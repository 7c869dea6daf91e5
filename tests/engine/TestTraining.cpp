// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/AdamW.h"
#include "core/engine/Forward.h"
#include "core/engine/ParameterShapes.h"
#include "core/engine/Steps.h"
#include "core/engine/TrainedParameters.h"
#include "tests/support/TinyModel.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <QTest>
#include <cmath>

using namespace cw;

class TestTraining : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSameParameters();
    void firstValuesHaveGpt2sSpread();
    void gradientsComeFromTheForwardPass();
    void aStepIsThatOfTheFormula();
    void longGradientsAreClipped();
    void theRateRisesAndFalls();
    void storedValuesStandApart();
};

namespace {

at::Tensor loss(const Model &model, const at::Tensor &ids)
{
    const at::Tensor x = streamInput(model, at::embedding(model.embedding(), ids.unsqueeze(0)));
    const at::Tensor scores = logits(model, forward(model, x).squeeze(0));
    return at::cross_entropy_loss(scores.narrow(0, 0, ids.size(0) - 1), ids.narrow(0, 1, ids.size(0) - 1));
}

} // namespace

void TestTraining::theSameSeedGivesTheSameParameters()
{
    const TrainedParameters one(tinyGpt2(), 3);
    QVERIFY(at::equal(TrainedParameters(tinyGpt2(), 3).values(), one.values()));
    QVERIFY(!at::equal(TrainedParameters(tinyGpt2(), 4).values(), one.values()));
    QCOMPARE(one.parameters().size(), parameterShapes(tinyGpt2()).size());
}

void TestTraining::firstValuesHaveGpt2sSpread()
{
    const TrainedParameters trained(tinyGpt2(2), 1);
    const auto deviation = [&](const char *name) { return trained.parameters().at(name).std().item<double>(); };
    QVERIFY(std::abs(deviation("embed") - 0.02) < 0.002);
    QVERIFY(std::abs(deviation("layers.1.mlp.in") - 0.02) < 0.002);
    QVERIFY(std::abs(deviation("layers.1.mlp.out") - 0.01) < 0.001);
    QVERIFY(at::equal(trained.parameters().at("layers.0.norm1"), at::ones({32})));
    QCOMPARE(trained.parameters().at("layers.0.mlp.in.bias").abs().max().item<float>(), 0.0F);
}

void TestTraining::gradientsComeFromTheForwardPass()
{
    const TrainedParameters trained(tinyGpt2(), 1);
    const Model model(tinyGpt2(), trained.parameters());
    const at::Tensor ids = at::tensor(std::vector<std::int64_t>{4, 9, 2, 7, 7, 1});
    loss(model, ids).backward();
    const at::Tensor gradients = trained.gradients().clone();
    QVERIFY(gradients.abs().max().item<float>() > 0);
    // Every parameter but positions past the text takes part: a small step against the gradient lowers the loss.
    for (const auto &[name, parameter] : trained.parameters())
        QVERIFY2(parameter.grad().abs().max().item<float>() > 0, name.c_str());
    const double before = loss(model, ids).item<double>();
    at::Tensor values = trained.values();
    const double rate = 1e-3;
    {
        const c10::AutoGradMode off(false);
        values.sub_(gradients * rate);
    }
    const double expected = rate * gradients.square().sum().item<double>();
    const double lowered = before - loss(model, ids).item<double>();
    QVERIFY2(std::abs(lowered - expected) < 0.05 * expected, qPrintable(QString::number(lowered / expected)));
}

void TestTraining::aStepIsThatOfTheFormula()
{
    const TrainedParameters trained(tinyGpt2(), 1);
    AdamW optimiser(trained, 0.1);
    at::Tensor gradients = trained.gradients();
    const at::Tensor before = trained.values().clone();
    gradients.fill_(1e-4);
    gradients[0] = -2e-4;
    optimiser.step(0.01);
    // After one step mean / sqrt(squares) is the gradient's sign: value * (1 - rate * decay) - rate * sign.
    const float first = before[0].item<float>();
    QVERIFY(std::abs(trained.values()[0].item<float>() - (first * (1 - 0.001F) + 0.01F)) < 1e-5F);
    const at::Tensor &norm = trained.parameters().at("layers.0.norm1"); // does not decay
    QVERIFY(std::abs(norm[0].item<float>() - 0.99F) < 1e-5F);
    QCOMPARE(gradients.abs().max().item<float>(), 0.0F);
    gradients.fill_(1e-4);
    optimiser.step(0.01);
    // Entry 0: mean (0.9 * -0.1 * 2 + 0.1) / 0.19, squares (0.98 * 0.02 * 4 + 0.02) / 0.0396, in units of 1e-4.
    const double moved = 0.01 * (-0.08 / 0.19) / (std::sqrt(0.0984 / 0.0396) + 1e-4);
    const double after = (first * 0.999 + 0.01) * 0.999 - moved;
    QVERIFY(std::abs(trained.values()[0].item<double>() - after) < 1e-5);
}

void TestTraining::longGradientsAreClipped()
{
    const TrainedParameters trained(tinyGpt2(), 1);
    const TrainedParameters clipped(tinyGpt2(), 1);
    AdamW one(trained);
    AdamW other(clipped);
    const double count = static_cast<double>(trained.values().numel());
    for (const double size : {0.5, 1.0}) {
        at::Tensor a = trained.gradients();
        at::Tensor b = clipped.gradients();
        a.fill_(size / std::sqrt(count));
        b.fill_(size == 1.0 ? 100 : size / std::sqrt(count)); // as long as the other once it is clipped
        one.step(0.01);
        other.step(0.01);
    }
    QVERIFY(at::allclose(trained.values(), clipped.values(), 1e-4, 1e-6));
}

void TestTraining::theRateRisesAndFalls()
{
    QCOMPARE(cosineRate(0, 100, 10, 2), 0.2);
    QCOMPARE(cosineRate(9, 100, 10, 2), 2.0);
    QCOMPARE(cosineRate(10, 100, 10, 2), 2.0);
    QCOMPARE(cosineRate(55, 100, 10, 2), 1.0);
    QVERIFY(cosineRate(99, 100, 10, 2) > 0 && cosineRate(99, 100, 10, 2) < 0.01);
    QCOMPARE(cosineRate(0, 1, 0, 2), 2.0);
}

void TestTraining::storedValuesStandApart()
{
    const TrainedParameters trained(tinyGpt2(), 1);
    const Parameters stored = trained.stored(at::kFloat);
    const float before = stored.at("embed")[0][0].item<float>();
    at::Tensor values = trained.values();
    values.add_(1);
    QCOMPARE(stored.at("embed")[0][0].item<float>(), before);
    QVERIFY(!stored.at("embed").requires_grad());
    QCOMPARE(trained.stored(at::kHalf).at("embed").scalar_type(), at::kHalf);
}

QTEST_APPLESS_MAIN(TestTraining)
#include "TestTraining.moc"
