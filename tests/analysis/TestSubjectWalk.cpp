// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/SubjectWalk.h"
#include "core/engine/Forward.h"
#include "core/engine/Model.h"
#include "tests/support/TinyModel.h"

#include <ATen/ATen.h>
#include <QTest>

using namespace cw;

namespace {

/// Of several lengths, two of one shape, one that begins with its subject and one that is read there.
std::vector<SubjectText> someTexts()
{
    return {{{3, 11, 4, 2}, 1, 3},  {{9, 8, 7, 3, 11, 6, 4, 2}, 4, 7}, {{5, 11, 9, 2, 30}, 1, 3}, {{11, 4, 2}, 0, 2},
            {{7, 3, 11, 40}, 2, 2}, {{12, 30, 3, 20, 21, 14, 2}, 4, 6}};
}

/// One for each text.
at::Tensor someDeltas()
{
    return at::arange(6 * 32, at::kFloat).view({6, 32}).sin() * 2;
}

/// What a whole forward pass with a hook says behind a text, and what stands at the site there.
at::Tensor whole(const Model &model, const SubjectText &text, Point where, const at::Tensor &delta, at::Tensor &value)
{
    const Hook hook = [&](Point point, const at::Tensor &x) {
        if (point.layer != where.layer || point.site != where.site)
            return x;
        value = x[0][text.subject];
        const at::Tensor isSubject = at::arange(x.size(1)).eq(text.subject).unsqueeze(1);
        return x + isSubject * delta;
    };
    const at::Tensor input = streamInput(model, embedTokens(model, text.ids)).unsqueeze(0);
    return logits(model, forward(model, input, hook).squeeze(0))[text.read];
}

} // namespace

class TestSubjectWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAWholePassSays_data();
    void saysWhatAWholePassSays();
    void theGradientIsThatOfAWholePass();
};

void TestSubjectWalk::saysWhatAWholePassSays_data()
{
    QTest::addColumn<ModelSpec>("spec");
    QTest::addColumn<int>("layer");
    QTest::addColumn<int>("site");
    ModelSpec windowed = tinyLlama();
    windowed.windows.assign(4, 3);
    ModelSpec biased = tinyGpt2();
    biased.positions = PositionKind::Alibi;
    const std::vector<std::pair<const char *, ModelSpec>> specs = {
        {"gpt2", tinyGpt2()}, {"llama", tinyLlama()}, {"neox", tinyNeox()}, {"windowed", windowed}, {"alibi", biased}};
    for (const auto &[name, spec] : specs)
        for (int layer = 0; layer < spec.layers; ++layer)
            for (const Site site : {Site::Mlp, Site::State})
                QTest::addRow("%s %d %s", name, layer, site == Site::Mlp ? "mlp" : "state")
                    << spec << layer << static_cast<int>(site);
}

void TestSubjectWalk::saysWhatAWholePassSays()
{
    QFETCH(const ModelSpec, spec);
    QFETCH(const int, layer);
    QFETCH(const int, site);
    const auto model = tinyModel(spec);
    const Point where{static_cast<Site>(site), layer};
    const std::vector<SubjectText> texts = someTexts();
    const SubjectWalk walk(*model, texts, layer, where.site, [] {});
    const at::Tensor said = logits(*model, walk.read(someDeltas()));
    const at::Tensor values = walk.values();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto row = static_cast<std::int64_t>(i);
        at::Tensor value;
        const at::Tensor wanted = whole(*model, texts[i], where, someDeltas()[row], value);
        QVERIFY2((said[row] - wanted).abs().max().item<double>() < 1e-4, qPrintable(QString::number(i)));
        // The streams of these models grow to tens.
        const double size = 1 + value.abs().max().item<double>();
        QVERIFY((values[row] - value).abs().max().item<double>() < 1e-5 * size);
    }
    QVERIFY((said - logits(*model, walk.read(someDeltas() * 0))).abs().max().item<double>() > 0.01);
}

void TestSubjectWalk::theGradientIsThatOfAWholePass()
{
    const auto model = tinyModel(tinyLlama());
    const std::vector<SubjectText> texts = someTexts();
    const SubjectWalk walk(*model, texts, 1, Site::Mlp, [] {});
    const at::Tensor deltas = someDeltas().set_requires_grad(true);
    at::log_softmax(logits(*model, walk.read(deltas)), 1).select(1, 5).sum().backward();
    const at::Tensor others = someDeltas().set_requires_grad(true);
    at::Tensor sum = at::zeros({});
    for (std::size_t i = 0; i < texts.size(); ++i) {
        at::Tensor value;
        const at::Tensor delta = others[static_cast<std::int64_t>(i)];
        sum = sum + at::log_softmax(whole(*model, texts[i], {Site::Mlp, 1}, delta, value), 0)[5];
    }
    sum.backward();
    QVERIFY(deltas.grad().norm().item<double>() > 0.01);
    QVERIFY((deltas.grad() - others.grad()).abs().max().item<double>() <
            1e-4 * deltas.grad().abs().max().item<double>());
}

QTEST_APPLESS_MAIN(TestSubjectWalk)
#include "TestSubjectWalk.moc"
