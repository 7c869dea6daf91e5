// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LensVotes.h"
#include "core/analysis/ModuleZeroing.h"
#include "core/analysis/TargetScores.h"
#include "core/analysis/TickedEdit.h"
#include "core/engine/Forward.h"
#include "core/engine/Steps.h"
#include "tests/support/TargetPrompts.h"
#include "tests/support/TinyModel.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

/// P(a) and P(b) seen through the head after each layer, 0 the embeddings, of one prompt computed alone.
std::vector<std::pair<double, double>> lens(const Model &model, const TargetPrompt &prompt, bool withNorm)
{
    const at::NoGradGuard noGradients;
    const int layers = model.spec().layers;
    std::vector<at::Tensor> states{streamInput(model, embedTokens(model, prompt.ids))};
    textLogits(model, prompt.ids, [&states](Point point, const at::Tensor &x) {
        if (point.site == Site::State)
            states.push_back(x.squeeze(0));
        return x;
    });
    std::vector<std::pair<double, double>> seen;
    for (int layer = 0; layer <= layers; ++layer) {
        at::Tensor x = states[static_cast<std::size_t>(layer)].narrow(0, states[0].size(0) - 1, 1);
        if (withNorm || layer == layers)
            x = normalise(model.spec(), model.head().norm, x);
        const at::Tensor p = at::mm(x, model.head().vocabulary.weight.t()).to(at::kDouble).softmax(-1)[0];
        seen.emplace_back(p[prompt.a].item<double>(), p[prompt.b].item<double>());
    }
    return seen;
}

std::shared_ptr<const Model> family(const QString &name)
{
    return tinyModel(name == QLatin1String("gpt2")    ? tinyGpt2()
                     : name == QLatin1String("llama") ? tinyLlama()
                                                      : tinyNeox());
}

double worth(std::pair<double, double> one, std::pair<double, double> other)
{
    return std::abs(one.first - other.first) + std::abs(one.second - other.second);
}

/// The model with zeros for a module's weight and bias.
std::shared_ptr<const Model> without(const std::shared_ptr<const Model> &model, const std::string &module)
{
    SilentMonitor monitor;
    TickWords words{{}, {module}, {}, {}, {}};
    words.withBias = true;
    const Edit zero = tickedEdit(*model, ticksOf(words, NeuronSide::Out, *model), {}, monitor);
    return edited(model, {{std::make_shared<const Edit>(zero), 1}}, monitor);
}

/// The model with the biases of every map into the stream so small that they hardly matter.
std::shared_ptr<const Model> nearlyUnbiased(const ModelSpec &spec)
{
    Parameters parameters = tinyParameters(spec);
    for (auto &[name, parameter] : parameters)
        if (name.find(".out.bias") != std::string::npos)
            parameter = parameter * 0.001;
    return std::make_shared<const Model>(spec, parameters);
}

} // namespace

class TestLensVotes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void votesEqualADirectComputation_data();
    void votesEqualADirectComputation();
    void zeroingEqualsAModelWithZeros_data();
    void zeroingEqualsAModelWithZeros();
    void bothMapsOfTheMlpScoreAlike();
    void theLastLayersLensIsTheModelsAnswer();
    void badInputIsRefused_data();
    void badInputIsRefused();
    void aCancelledVoteStops();
};

void TestLensVotes::votesEqualADirectComputation_data()
{
    QTest::addColumn<bool>("withNorm");
    for (const char *name : {"gpt2", "llama", "neox"}) {
        QTest::addRow("%s", name) << true;
        QTest::addRow("%s bare", name) << false;
    }
}

void TestLensVotes::votesEqualADirectComputation()
{
    QFETCH(bool, withNorm);
    const auto model = family(QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0));
    const TargetPrompts prompts = drawnPrompts(model->spec(), 9);
    SilentMonitor monitor;
    const LensVotes votes = lensVotes(*model, prompts, withNorm, monitor);
    const auto layers = static_cast<std::size_t>(model->spec().layers);
    std::vector<std::int64_t> counted(layers);
    std::vector<double> means(layers);
    for (std::size_t i = 0; i < prompts.size(); ++i) {
        const auto seen = lens(*model, prompts[i], withNorm);
        std::size_t best = 0;
        for (std::size_t layer = 0; layer < layers; ++layer) {
            const double wanted = worth(seen[layer + 1], seen[layer]);
            QVERIFY(std::abs(static_cast<double>(votes.scores[i * layers + layer]) - wanted) < 1e-5);
            means[layer] += wanted / static_cast<double>(prompts.size());
            if (wanted > worth(seen[best + 1], seen[best]))
                best = layer;
        }
        ++counted[best];
    }
    QCOMPARE(votes.votes, counted);
    for (std::size_t layer = 0; layer < layers; ++layer)
        QVERIFY(std::abs(votes.means[layer] - means[layer]) < 1e-5);
    QCOMPARE(votes.votes[static_cast<std::size_t>(votes.layer)], *std::max_element(counted.begin(), counted.end()));
}

void TestLensVotes::zeroingEqualsAModelWithZeros_data()
{
    votesEqualADirectComputation_data();
}

void TestLensVotes::zeroingEqualsAModelWithZeros()
{
    QFETCH(bool, withNorm);
    const auto model = family(QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0));
    const TargetPrompts prompts = drawnPrompts(model->spec(), 2);
    SilentMonitor monitor;
    std::vector<std::vector<std::pair<double, double>>> clean;
    for (const TargetPrompt &prompt : prompts)
        clean.push_back(lens(*model, prompt, withNorm));
    for (const std::size_t layer : {1, 3}) {
        const auto scores = zeroedModules(*model, prompts, static_cast<int>(layer), withNorm, monitor);
        QCOMPARE(scores.size(), std::size_t{model->spec().gatedMlp ? 7U : 6U});
        for (const ModuleScore &score : scores) {
            const auto zeroed = without(model, score.module);
            double mean = 0;
            for (std::size_t i = 0; i < prompts.size(); ++i) {
                const double wanted = worth(lens(*zeroed, prompts[i], withNorm)[layer + 1], clean[i][layer + 1]);
                QVERIFY2(std::abs(static_cast<double>(score.scores[i]) - wanted) < 2e-6, score.module.c_str());
                mean += wanted / static_cast<double>(prompts.size());
            }
            QVERIFY(std::abs(score.mean - mean) < 1e-5);
        }
    }
}

void TestLensVotes::bothMapsOfTheMlpScoreAlike()
{
    const auto model = nearlyUnbiased(tinyGpt2());
    SilentMonitor monitor;
    const auto scores = zeroedModules(*model, drawnPrompts(model->spec(), 20), 3, true, monitor);
    const auto mean = [&scores](const std::string &module) {
        const auto found = std::find_if(scores.begin(), scores.end(),
                                        [&module](const ModuleScore &score) { return score.module == module; });
        return found->mean;
    };
    QVERIFY2(mean("layers.3.mlp.in") > 0.001, qPrintable(QString::number(mean("layers.3.mlp.in"))));
    QVERIFY(std::abs(mean("layers.3.mlp.in") / mean("layers.3.mlp.out") - 1) < 0.01);
    QVERIFY(std::abs(mean("layers.3.attn.v") / mean("layers.3.attn.out") - 1) < 0.01);
    QVERIFY(std::abs(mean("layers.3.attn.q") / mean("layers.3.attn.out") - 1) > 0.1);
}

void TestLensVotes::theLastLayersLensIsTheModelsAnswer()
{
    const auto model = tinyModel(tinyLlama());
    const TargetPrompts prompts = drawnPrompts(model->spec(), 7);
    SilentMonitor monitor;
    const LensVotes votes = lensVotes(*model, prompts, false, monitor);
    const auto scores = targetScores(*model, prompts, monitor);
    for (std::size_t i = 0; i < prompts.size(); ++i) {
        QVERIFY(std::abs(static_cast<double>(votes.a[i * 5 + 4]) - scores[i].a) < 1e-6);
        QVERIFY(std::abs(static_cast<double>(votes.b[i * 5 + 4]) - scores[i].b) < 1e-6);
        QCOMPARE(scores[i].fb, std::abs(scores[i].a - prompts[i].shareA) + std::abs(scores[i].b - prompts[i].shareB));
        QCOMPARE(scores[i].mass, scores[i].a + scores[i].b);
        QCOMPARE(scores[i].imbalance, std::abs(scores[i].a / scores[i].mass - prompts[i].shareA));
    }
}

void TestLensVotes::badInputIsRefused_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("named");
    QTest::newRow("no prompt") << 0 << QString();
    QTest::newRow("an empty prompt") << 1 << QString();
    QTest::newRow("a token that is none") << 2 << QStringLiteral("60");
    QTest::newRow("a target that is none") << 3 << QStringLiteral("-1");
    QTest::newRow("one target twice") << 4 << QStringLiteral("11");
    QTest::newRow("a share above one") << 5 << QStringLiteral("1.500000");
    QTest::newRow("a share that is no number") << 6 << QStringLiteral("nan");
    QTest::newRow("too long") << 7 << QStringLiteral("25");
    QTest::newRow("a layer that is none") << 8 << QStringLiteral("4");
    QTest::newRow("a masked model") << 9 << QStringLiteral("bert");
}

void TestLensVotes::badInputIsRefused()
{
    QFETCH(int, what);
    QFETCH(QString, named);
    const auto model = tinyModel(what == 9 ? tinyBert() : tinyGpt2());
    TargetPrompts prompts = drawnPrompts(model->spec(), 3);
    TargetPrompt &last = prompts.back();
    switch (what) {
    case 0: prompts.clear(); break;
    case 1: last.ids.clear(); break;
    case 2: last.ids.back() = 60; break;
    case 3: last.a = -1; break;
    case 4: last.b = last.a; break;
    case 5: last.shareA = 1.5; break;
    case 6: last.shareB = std::nan(""); break;
    case 7: last.ids.assign(25, 1); break;
    default: break;
    }
    SilentMonitor monitor;
    const auto zeroing = errorOf([&] { zeroedModules(*model, prompts, what == 8 ? 4 : 1, true, monitor); });
    QVERIFY(zeroing);
    QCOMPARE(zeroing->kind(), what == 9 ? Error::Kind::Unsupported : Error::Kind::Input);
    const auto &words = zeroing->arguments();
    QVERIFY(named.isEmpty() || std::find(words.begin(), words.end(), named.toStdString()) != words.end());
    if (what != 8)
        QCOMPARE(errorOf([&] { lensVotes(*model, prompts, true, monitor); })->kind(), zeroing->kind());
}

void TestLensVotes::aCancelledVoteStops()
{
    const auto model = tinyModel(tinyGpt2());
    const TargetPrompts prompts = drawnPrompts(model->spec(), 5);
    StoppingMonitor monitor(2);
    QCOMPARE(errorOf([&] { lensVotes(*model, prompts, true, monitor); })->kind(), Error::Kind::Cancelled);
    StoppingMonitor other(5);
    QCOMPARE(errorOf([&] { zeroedModules(*model, prompts, 3, true, other); })->kind(), Error::Kind::Cancelled);
}

QTEST_APPLESS_MAIN(TestLensVotes)
#include "TestLensVotes.moc"
