// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RowGradients.h"
#include "core/analysis/RowVotes.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Forward.h"
#include "core/engine/Steps.h"
#include "tests/support/TargetPrompts.h"
#include "tests/support/TestFiles.h"
#include "tests/support/TinyModel.h"

#include <ATen/ATen.h>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

/// The gradient of a module's weight by the plain forward pass over prompt + answer, nothing shared or cut off.
at::Tensor gradient(const Model &model, const std::string &module, const TargetPrompt &prompt, std::int64_t answer,
                    LossSpan span)
{
    const ParameterView view = parameterView(model, module);
    const at::Tensor leaf = model.parameters().at(view.stored).to(at::kFloat).clone().set_requires_grad(true);
    const Model own(model, {{view.stored, leaf}});
    std::vector<std::int64_t> text = prompt.ids;
    text.push_back(answer);
    const at::Tensor x = streamInput(own, embedTokens(own, text)).unsqueeze(0);
    const at::Tensor made = logits(own, forward(own, x).squeeze(0));
    const std::int64_t last = made.size(0) - 1;
    const std::int64_t first = span == LossSpan::WholeText ? 0 : last - 1;
    const at::Tensor next = at::tensor(text, at::kLong).narrow(0, first + 1, last - first);
    at::cross_entropy_loss(made.narrow(0, first, last - first), next).backward();
    return leaf.grad().index_select(0, storedRows(view, allRows(view)));
}

RowGradients found(const Model &model, int prompts, const std::string &module, LossSpan span)
{
    SilentMonitor monitor;
    return rowGradients(model, drawnPrompts(model.spec(), prompts), module, span, monitor);
}

/// The largest distance of a cosine from 1 or -1.
double farthestFromOne(const RowGradients &gradients)
{
    double farthest = 0;
    for (const float cosine : gradients.cosines)
        farthest = std::max(farthest, std::abs(std::abs(static_cast<double>(cosine)) - 1));
    return farthest;
}

/// What the reference program found (tests/reference/row_gradients.py).
QJsonObject reference()
{
    return QJsonDocument::fromJson(read(fixture(QStringLiteral("row-gradients.json")))).object();
}

TargetPrompts prompts(const QJsonArray &all)
{
    TargetPrompts prompts;
    for (const auto &each : all) {
        TargetPrompt prompt;
        for (const auto &id : each.toArray()[0].toArray())
            prompt.ids.push_back(id.toInt());
        prompt.a = each.toArray()[1].toInt();
        prompt.b = each.toArray()[2].toInt();
        prompts.push_back(prompt);
    }
    return prompts;
}

} // namespace

class TestRowGradients : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsEqualAutogradOnTheWholeWeight_data();
    void rowsEqualAutogradOnTheWholeWeight();
    void rowsEqualPyTorchs_data();
    void rowsEqualPyTorchs();
    void theLastLayersLastTokenHasNoRanking();
    void theWholeTextHasOne();
    void aRowWithoutGradientHasCosineZero();
    void ofTheOutputHeadTheAnswersDiffer();
    void storedTypesDoNotMatter();
    void aModuleThatIsNoneIsRefused_data();
    void aModuleThatIsNoneIsRefused();
    void aCancelledPassStops();
};

void TestRowGradients::rowsEqualAutogradOnTheWholeWeight_data()
{
    QTest::addColumn<QString>("module");
    for (const char *name : {"gpt2 mlp.out", "gpt2 attn.k", "gpt2 attn.out", "llama mlp.gate", "llama attn.v",
                             "llama mlp.in", "llama head", "neox attn.q", "neox attn.v", "neox mlp.out"})
        QTest::newRow(name) << QString::fromLatin1(name).section(u' ', 1);
}

void TestRowGradients::rowsEqualAutogradOnTheWholeWeight()
{
    QFETCH(QString, module);
    const QString family = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
    const auto model = tinyModel(family == QLatin1String("gpt2")    ? tinyGpt2()
                                 : family == QLatin1String("llama") ? tinyLlama()
                                                                    : tinyNeox());
    const TargetPrompts prompts = drawnPrompts(model->spec(), 4);
    for (const LossSpan span : {LossSpan::WholeText, LossSpan::LastToken}) {
        const std::string name = (module == QLatin1String("head") ? "" : "layers.2.") + module.toStdString();
        const RowGradients rows = found(*model, 4, name, span);
        QCOMPARE(rows.rows, parameterView(*model, name).rows());
        QCOMPARE(rows.columns, parameterView(*model, name).columns());
        for (std::int64_t i = 0; i < rows.prompts; ++i) {
            const TargetPrompt &prompt = prompts[static_cast<std::size_t>(i)];
            const at::Tensor a = gradient(*model, name, prompt, prompt.a, span).to(at::kDouble);
            const at::Tensor b = gradient(*model, name, prompt, prompt.b, span).to(at::kDouble);
            const at::Tensor cosines = (a * b).sum(1) / (a.norm(2, 1) * b.norm(2, 1));
            const at::Tensor apart = (a - b).abs();
            for (std::int64_t row = 0; row < rows.rows; ++row) {
                const auto place = static_cast<std::size_t>(i * rows.rows + row);
                const double norm = apart[row].norm().item<double>();
                QVERIFY(std::abs(static_cast<double>(rows.cosines[place]) - cosines[row].item<double>()) < 1e-3);
                QVERIFY(std::abs(static_cast<double>(rows.differences[place]) - norm) < 1e-5 + 1e-4 * norm);
                const double most = apart[row].max().item<double>();
                QVERIFY(apart[row][rows.mostColumn[place]].item<double>() >= most * 0.999);
            }
        }
    }
}

void TestRowGradients::rowsEqualPyTorchs_data()
{
    QTest::addColumn<QJsonObject>("wanted");
    const QJsonArray cases = reference()[u"cases"].toArray();
    QVERIFY(!cases.isEmpty());
    for (const auto &each : cases) {
        const QJsonObject wanted = each.toObject();
        const QString title =
            wanted[u"model"].toString() + u' ' + wanted[u"module"].toString() + u' ' + wanted[u"span"].toString();
        QTest::newRow(qPrintable(title)) << wanted;
    }
}

void TestRowGradients::rowsEqualPyTorchs()
{
    QFETCH(QJsonObject, wanted);
    const auto model = Checkpoint::open(fixture(u"models/" + wanted[u"model"].toString()))->model({});
    const LossSpan span = wanted[u"span"] == QLatin1String("text") ? LossSpan::WholeText : LossSpan::LastToken;
    SilentMonitor monitor;
    const RowGradients rows = rowGradients(*model, prompts(reference()[u"prompts"].toArray()),
                                           wanted[u"module"].toString().toStdString(), span, monitor);
    std::int64_t ties = 0;
    for (std::int64_t i = 0; i < rows.prompts; ++i) {
        const auto numbers = [&wanted, i](const char *key) {
            return wanted[QLatin1String(key)].toArray()[i].toArray();
        };
        QCOMPARE(numbers("cosines").size(), rows.rows);
        for (std::int64_t row = 0; row < rows.rows; ++row) {
            const auto place = static_cast<std::size_t>(i * rows.rows + row);
            const double norm = numbers("differences")[row].toDouble();
            QVERIFY(std::abs(static_cast<double>(rows.cosines[place]) - numbers("cosines")[row].toDouble()) < 1e-4);
            QVERIFY(std::abs(static_cast<double>(rows.differences[place]) - norm) < 1e-6 + 1e-4 * norm);
            ties += rows.mostColumn[place] != numbers("columns")[row].toInt() ? 1 : 0;
        }
    }
    QVERIFY2(ties * 100 <= rows.prompts * rows.rows, qPrintable(QString::number(ties))); // up to fp32's rounding
}

void TestRowGradients::theLastLayersLastTokenHasNoRanking()
{
    const auto model = tinyModel(tinyGpt2());
    QVERIFY(farthestFromOne(found(*model, 5, "layers.3.mlp.out", LossSpan::LastToken)) < 1e-5);
    QVERIFY(farthestFromOne(found(*model, 5, "layers.3.attn.out", LossSpan::LastToken)) < 1e-5);
    QVERIFY(farthestFromOne(found(*model, 5, "layers.3.attn.k", LossSpan::LastToken)) > 0.1);
    QVERIFY(farthestFromOne(found(*model, 5, "layers.2.mlp.out", LossSpan::LastToken)) > 0.1);
}

void TestRowGradients::theWholeTextHasOne()
{
    const auto model = tinyModel(tinyGpt2());
    QVERIFY(farthestFromOne(found(*model, 5, "layers.3.mlp.out", LossSpan::WholeText)) > 0.1);
}

void TestRowGradients::aRowWithoutGradientHasCosineZero()
{
    Parameters parameters = tinyParameters(tinyGpt2());
    parameters.at("layers.3.mlp.out") = parameters.at("layers.3.mlp.out").clone();
    parameters.at("layers.3.mlp.out").select(1, 7).zero_(); // what the neuron says is not heard
    const Model model(tinyGpt2(), parameters);
    const RowGradients rows = found(model, 2, "layers.3.mlp.in", LossSpan::WholeText);
    QCOMPARE(rows.cosines[7], 0.0F);
    QCOMPARE(rows.differences[7], 0.0F);
    QVERIFY(rows.cosines[6] != 0);
}

void TestRowGradients::storedTypesDoNotMatter()
{
    Parameters half = tinyParameters(tinyLlama());
    Parameters wide;
    for (auto &[name, parameter] : half) {
        parameter = parameter.to(at::kBFloat16);
        wide[name] = parameter.to(at::kFloat);
    }
    const RowGradients one = found(Model(tinyLlama(), half), 3, "layers.1.mlp.out", LossSpan::WholeText);
    const RowGradients other = found(Model(tinyLlama(), wide), 3, "layers.1.mlp.out", LossSpan::WholeText);
    QCOMPARE(one.cosines, other.cosines);
    QCOMPARE(one.mostColumn, other.mostColumn);
}

void TestRowGradients::ofTheOutputHeadTheAnswersDiffer()
{
    const auto model = tinyModel(tinyGpt2()); // whose head is tied to the embedding
    QVERIFY(model->spec().tiedHead);
    const RowGradients head = found(*model, 3, "head", LossSpan::WholeText);
    QCOMPARE(head.differences, found(*model, 3, "embed", LossSpan::WholeText).differences);
    QCOMPARE(head.module, std::string("embed"));
    const TargetPrompts prompts = drawnPrompts(model->spec(), 3);
    for (std::int64_t i = 0; i < head.prompts; ++i) {
        const TargetPrompt &prompt = prompts[static_cast<std::size_t>(i)];
        for (std::int64_t row = 0; row < head.rows; ++row) {
            const float difference = head.differences[static_cast<std::size_t>(i * head.rows + row)];
            QCOMPARE(difference != 0, row == prompt.a || row == prompt.b);
        }
    }
    // Only these get votes, however many places a prompt has.
    RowChoice choice;
    choice.scorer = RowScorer::CosineHigh;
    choice.perPrompt = 20;
    choice.most = 1;
    for (const RowVotes::Row &row : rowVotes(head, choice).table)
        QVERIFY(std::any_of(prompts.begin(), prompts.end(),
                            [&row](const TargetPrompt &prompt) { return row.row == prompt.a || row.row == prompt.b; }));
}

void TestRowGradients::aModuleThatIsNoneIsRefused_data()
{
    QTest::addColumn<QString>("module");
    for (const char *name : {"layers.9.mlp.out", "layers.1.norm1", "layers.1.mlp.out.bias", "layers.1.mlp.gate",
                             "layers.1.attn.qkv", "norm", ""})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestRowGradients::aModuleThatIsNoneIsRefused()
{
    QFETCH(QString, module);
    const auto model = tinyModel(tinyGpt2());
    const auto error = errorOf([&] { found(*model, 2, module.toStdString(), LossSpan::WholeText); });
    QVERIFY(error);
    QCOMPARE(error->kind(), Error::Kind::Input);
    QCOMPARE(error->arguments(), std::vector<std::string>{module.toStdString()});
    QVERIFY(errorOf([&] { found(*tinyModel(tinyLlama()), 2, "embed", LossSpan::WholeText); }));
    QCOMPARE(errorOf([&] { found(*tinyModel(tinyBert()), 2, "layers.1.mlp.out", LossSpan::WholeText); })->kind(),
             Error::Kind::Unsupported);
}

void TestRowGradients::aCancelledPassStops()
{
    const auto model = tinyModel(tinyGpt2());
    StoppingMonitor monitor(5);
    const auto error = errorOf([&] {
        rowGradients(*model, drawnPrompts(model->spec(), 9), "layers.3.mlp.out", LossSpan::WholeText, monitor);
    });
    QCOMPARE(error->kind(), Error::Kind::Cancelled);
}

QTEST_APPLESS_MAIN(TestRowGradients)
#include "TestRowGradients.moc"
