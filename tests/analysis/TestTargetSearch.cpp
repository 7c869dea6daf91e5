// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/MlpKeys.h"
#include "core/analysis/TargetSearch.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Error.h"
#include "core/engine/Forward.h"
#include "core/engine/Model.h"
#include "tests/support/EditedTexts.h"
#include "tests/support/HexTable.h"
#include "tests/support/TinyModel.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

using Kind = TargetLoss::Kind;
const Pronouns pronouns{5, 9};

std::shared_ptr<const Model> modelOf(int kind)
{
    return tinyModel(kind == 0 ? tinyGpt2() : kind == 1 ? tinyLlama() : tinyNeox());
}

TargetSettings settingsOf(Kind loss = Kind::Balanced, Site site = Site::Mlp)
{
    TargetSettings settings;
    settings.layer = 1;
    settings.loss = loss;
    settings.site = site;
    settings.rate = 0.1;
    settings.decay = 0.01; // the losses of random models are small
    return settings;
}

/// The two tokens that the model thinks likeliest behind a subject's first text.
Pronouns likely(const std::shared_ptr<const Model> &model, const EditSubject &subject)
{
    const at::Tensor said = textLogits(*model, subject.texts[0].ids)[subject.texts[0].read];
    const at::Tensor top = std::get<1>(said.topk(2));
    return {top[0].item<std::int64_t>(), top[1].item<std::int64_t>()};
}

EditTarget found(const std::shared_ptr<const Model> &model, const EditSubject &subject, const TargetSettings &settings)
{
    SilentMonitor monitor;
    return TargetSearch(model, {subject}, likely(model, subject), settings, monitor).run().front();
}

/// P(he) + P(she) where they are read, mean over the subject's texts, with a target added at layer 1's MLP.
double massWith(const std::shared_ptr<const Model> &model, const EditSubject &subject, const std::vector<float> &delta)
{
    const Pronouns pair = likely(model, subject);
    double sum = 0;
    for (const SubjectText &text : subject.texts) {
        const at::Tensor said = textLogits(*model, text.ids, [&](Point point, const at::Tensor &x) {
            if (point.layer != 1 || point.site != Site::Mlp)
                return x;
            at::Tensor changed = x.clone();
            changed.select(1, text.subject).add_(at::tensor(delta));
            return changed;
        });
        const at::Tensor next = at::softmax(said[text.read], 0);
        sum += (next[pair.he] + next[pair.she]).item<double>();
    }
    return sum / static_cast<double>(subject.texts.size());
}

std::int64_t numberOf(const QString &row)
{
    return row == QStringLiteral("gpt2") ? 0 : row == QStringLiteral("llama") ? 1 : 2;
}

double distance(const std::vector<double> &a, const at::Tensor &b)
{
    return static_cast<std::int64_t>(a.size()) == b.numel() ? largestDifference(at::tensor(a, at::kDouble), b.view(-1))
                                                            : 1e9;
}

} // namespace

class TestTargetSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsTheReference_data();
    void equalsTheReference();
    void theGradientIsThatOfTheLoss_data();
    void theGradientIsThatOfTheLoss();
    void subjectsTogetherAreFoundAsAlone_data();
    void subjectsTogetherAreFoundAsAlone();
    void asManyAreSearchedTogetherAsFit();
    void balancedKeepsTheMass();
    void reachesAShareThatIsAskedFor();
    void likelihoodRaisesTheRarerPronoun();
    void stopsWhenTheGapIsSmall();
    void theClampHolds();
    void aDivergingSearchKeepsItsBest();
    void halfWeightsAreComputedInFp32();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void refusesAMaskedModel();
    void aCancelledSearchStopsAnywhere();
};

void TestTargetSearch::equalsTheReference_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("kind");
    for (const char *site : {"mlp", "state"})
        for (const char *kind : {"balanced", "gap"})
            QTest::addRow("%s %s", site, kind) << QString::fromLatin1(site) << QString::fromLatin1(kind);
}

void TestTargetSearch::equalsTheReference()
{
    QFETCH(QString, site);
    QFETCH(QString, kind);
    const auto tables = hexTables(fixture(QStringLiteral("lsdm/target-%1-%2.txt").arg(site, kind)));
    const auto model = Checkpoint::open(fixture(QStringLiteral("models/gpt2")))->model({});
    EditSubject subject{"nurse", {{{7, 3, 11, 4, 2}, 2, 4}, {{9, 8, 7, 3, 11, 6, 4, 2}, 4, 7}, {{3, 11, 2}, 1, 2}}};
    subject.neutral = {{3, 11, 1, 9}, 1, 3};
    subject.share = 0.3;
    TargetSettings settings = settingsOf(kind == QStringLiteral("gap") ? Kind::Gap : Kind::Balanced,
                                         site == QStringLiteral("mlp") ? Site::Mlp : Site::State);
    settings.layer = 0;
    settings.rate = 0.3;
    settings.steps = 12;
    settings.clamp = 0.5;
    settings.decay = 0.02;
    settings.enough = 0;
    const at::Tensor ids = tables.at("pronouns")[0];
    SilentMonitor monitor;
    const EditTarget target =
        TargetSearch(model, {subject}, {ids[0].item<std::int64_t>(), ids[1].item<std::int64_t>()}, settings, monitor)
            .run()
            .front();
    const double losses = distance(target.losses, tables.at("losses"));
    const double gaps = distance(target.gaps, tables.at("gaps"));
    const double delta = largestDifference(at::tensor(target.delta), tables.at("delta")[0]);
    qInfo("losses %g, gaps %g, delta %g", losses, gaps, delta);
    QVERIFY(losses < 2e-5);
    QVERIFY(gaps < 2e-5);
    QVERIFY(delta < 2e-3);
    QVERIFY(std::abs(target.valueNorm - tables.at("norm").item<double>()) < 1e-5);
    std::vector<TextPlace> places;
    for (const SubjectText &text : subject.texts)
        places.push_back({text.ids, text.subject});
    QVERIFY(largestDifference(readMlp(*model, 0, places, monitor).keys, tables.at("keys")) < 1e-5);
}

void TestTargetSearch::theGradientIsThatOfTheLoss_data()
{
    QTest::addColumn<int>("loss");
    QTest::addColumn<int>("site");
    QTest::addColumn<int>("model");
    for (const char *model : {"gpt2", "llama", "neox"})
        for (const Kind loss : {Kind::Balanced, Kind::Gap, Kind::Likelihood})
            for (const Site site : {Site::Mlp, Site::State})
                QTest::addRow("%s loss %d %s", model, static_cast<int>(loss), site == Site::Mlp ? "mlp" : "state")
                    << static_cast<int>(loss) << static_cast<int>(site)
                    << static_cast<int>(numberOf(QString::fromLatin1(model)));
}

void TestTargetSearch::theGradientIsThatOfTheLoss()
{
    QFETCH(int, loss);
    QFETCH(int, site);
    QFETCH(int, model);
    SilentMonitor monitor;
    const TargetSearch search(modelOf(model), {tinySubjects()[0]}, pronouns,
                              settingsOf(static_cast<Kind>(loss), static_cast<Site>(site)), monitor);
    const at::Tensor delta = at::arange(32, at::kFloat).view({1, 32}).sin() * 0.3;
    at::Tensor gradient;
    search.at(delta, &gradient);
    for (int trial = 0; trial < 3; ++trial) {
        at::Tensor direction = at::arange(32, at::kFloat).add_(trial).mul_(1.7).cos_();
        direction = direction / direction.norm();
        constexpr double step = 0.01;
        const double slope =
            (search.at(delta + step * direction)[0].loss - search.at(delta - step * direction)[0].loss) / (2 * step);
        const double wanted = (gradient * direction).sum().item<double>();
        const double tolerance = 1e-4 + 0.01 * gradient.norm().item<double>();
        QVERIFY2(std::abs(slope - wanted) < tolerance, qPrintable(QStringLiteral("%1, not %2").arg(slope).arg(wanted)));
    }
}

void TestTargetSearch::subjectsTogetherAreFoundAsAlone_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("enough");
    QTest::newRow("all steps") << 0.1 << 0.0;
    QTest::newRow("one ends before the other") << 0.05 << 0.3;
    QTest::newRow("both diverge") << 1e5 << 0.0;
}

void TestTargetSearch::subjectsTogetherAreFoundAsAlone()
{
    QFETCH(const double, rate);
    QFETCH(const double, enough);
    const auto model = tinyModel(tinyGpt2());
    TargetSettings settings = settingsOf(rate > 1 ? Kind::Balanced : Kind::Gap);
    settings.rate = rate;
    settings.clamp = rate > 1 ? 1e9 : settings.clamp;
    settings.enough = enough;
    SilentMonitor monitor;
    const std::vector<EditTarget> both = TargetSearch(model, tinySubjects(), pronouns, settings, monitor).run();
    QCOMPARE(both.size(), std::size_t{2});
    for (std::size_t i = 0; i < 2; ++i) {
        TargetSearch search(model, {tinySubjects()[i]}, pronouns, settings, monitor);
        const EditTarget alone = search.run().front();
        QCOMPARE(both[i].losses.size(), alone.losses.size());
        QVERIFY(distance(both[i].losses, at::tensor(alone.losses)) < 1e-5);
        QVERIFY(distance(both[i].gaps, at::tensor(alone.gaps)) < 1e-5);
        // Where the loss is flat another step may be the best.
        const TargetSearch::Value reached = search.at(at::tensor(both[i].delta).unsqueeze(0)).front();
        QVERIFY(std::abs(reached.gap - both[i].gapAfter) < 1e-5);
        QVERIFY(std::abs(reached.loss - *std::min_element(alone.losses.begin(), alone.losses.end())) < 1e-5);
        QCOMPARE(both[i].isDiverged, rate > 1);
    }
    QVERIFY(enough == 0 || both[0].losses.size() != both[1].losses.size());
}

void TestTargetSearch::asManyAreSearchedTogetherAsFit()
{
    const EditSubject nurse = tinySubjects()[0]; // 3 + 3 + 4 rows
    ModelSpec spec = tinyGpt2();
    QCOMPARE(searchedTogether(spec, std::vector<EditSubject>(150, nurse), 0, 0), std::size_t{103});
    QCOMPARE(searchedTogether(spec, std::vector<EditSubject>(150, nurse), 100, 0), std::size_t{50});
    spec.layers = 80;
    spec.width = 8192;
    spec.hidden = 28672;
    QCOMPARE(searchedTogether(spec, std::vector<EditSubject>(150, nurse), 0, 0), std::size_t{1});
    QCOMPARE(searchedTogether(spec, std::vector<EditSubject>(150, nurse), 0, 79), std::size_t{63});
    spec.vocabulary = 256000;
    QCOMPARE(searchedTogether(spec, std::vector<EditSubject>(150, nurse), 0, 79), std::size_t{26});
}

void TestTargetSearch::balancedKeepsTheMass()
{
    const auto model = tinyModel(tinyGpt2());
    TargetSettings settings = settingsOf();
    settings.steps = 60;
    settings.decay = 0;
    const EditTarget target = found(model, tinySubjects()[0], settings);
    QCOMPARE(target.gapBefore, target.gaps.front());
    QVERIFY(target.gapAfter < 0.5 * target.gapBefore);
    QVERIFY(target.losses.back() < target.losses.front());
    const EditSubject subject = tinySubjects()[0];
    const double before = massWith(model, subject, std::vector<float>(32, 0));
    const double after = massWith(model, subject, target.delta);
    QVERIFY2(std::abs(after / before - 1) < 0.1, qPrintable(QStringLiteral("%1, not %2").arg(after).arg(before)));
}

void TestTargetSearch::reachesAShareThatIsAskedFor()
{
    EditSubject subject = tinySubjects()[1];
    subject.share = 0.9;
    TargetSettings settings = settingsOf();
    settings.steps = 60;
    settings.decay = 0;
    const EditTarget target = found(tinyModel(tinyLlama()), subject, settings);
    QVERIFY(target.gapAfter < 0.5 * target.gapBefore);
}

void TestTargetSearch::likelihoodRaisesTheRarerPronoun()
{
    TargetSettings settings = settingsOf(Kind::Likelihood);
    settings.steps = 40;
    const EditTarget target = found(tinyModel(tinyNeox()), tinySubjects()[1], settings);
    const double part = target.losses.back() / target.losses.front();
    QVERIFY2(part < 0.8, qPrintable(QString::number(part)));
}

void TestTargetSearch::stopsWhenTheGapIsSmall()
{
    TargetSettings settings = settingsOf(Kind::Gap);
    settings.steps = 100;
    settings.decay = 0;
    const EditTarget target = found(tinyModel(tinyGpt2()), tinySubjects()[1], settings);
    QVERIFY(target.gaps.size() < 100);
    QVERIFY(target.gapAfter < 0.05 * target.gapBefore);
    QCOMPARE(target.gapAfter, target.gaps.back());
}

void TestTargetSearch::theClampHolds()
{
    TargetSettings settings = settingsOf();
    settings.clamp = 0.05;
    const EditTarget target = found(tinyModel(tinyGpt2()), tinySubjects()[0], settings);
    QVERIFY(target.isClamped);
    const double length = at::tensor(target.delta).norm().item<double>();
    QVERIFY(length <= 0.05 * target.valueNorm * 1.00001);
    settings.clamp = 1000;
    QVERIFY(!found(tinyModel(tinyGpt2()), tinySubjects()[0], settings).isClamped);
}

void TestTargetSearch::aDivergingSearchKeepsItsBest()
{
    TargetSettings settings = settingsOf();
    settings.rate = 1e5;
    settings.clamp = 1e9;
    const EditTarget target = found(tinyModel(tinyGpt2()), tinySubjects()[0], settings);
    QVERIFY(target.isDiverged);
    QCOMPARE(target.losses.size(), std::size_t{1});
    QCOMPARE(at::tensor(target.delta).abs().max().item<float>(), 0.0F);
    QCOMPARE(target.gapAfter, target.gapBefore);
}

void TestTargetSearch::halfWeightsAreComputedInFp32()
{
    Parameters half = tinyParameters(tinyGpt2());
    for (auto &[name, values] : half)
        values = values.to(at::kBFloat16);
    Placement placement;
    placement.type = at::kBFloat16;
    const auto stored = std::make_shared<const Model>(tinyGpt2(), half, placement);
    for (auto &[name, values] : half)
        values = values.to(at::kFloat);
    const EditTarget one = found(stored, tinySubjects()[0], settingsOf());
    const EditTarget other = found(std::make_shared<const Model>(tinyGpt2(), half), tinySubjects()[0], settingsOf());
    QCOMPARE(one.delta, other.delta);
}

void TestTargetSearch::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("begin");
    QTest::newRow("no text") << 0 << QStringLiteral("Input: \"nurse\" has no text");
    QTest::newRow("subject outside") << 1
                                     << QStringLiteral(
                                            "Input: A text of \"nurse\" has 4 tokens, the subject at position 4");
    QTest::newRow("pronoun before")
        << 2
        << QStringLiteral("Input: A text of \"nurse\" has 4 tokens, the subject at position 1 and the pronoun after 0");
    QTest::newRow("share") << 3 << QStringLiteral("Input: The share nan asked for \"nurse\"");
    QTest::newRow("layer") << 4 << QStringLiteral("Input: The model has no layer 4: choose one of 0 to 3.");
    QTest::newRow("pronouns") << 5 << QStringLiteral("Input: Tokens 5 and 5 are no two answers");
    QTest::newRow("rate") << 6 << QStringLiteral("Input: The search for targets cannot go with rate 0.000000");
    QTest::newRow("id") << 7 << QStringLiteral("Input: Token id 60 is outside");
    QTest::newRow("neutral text")
        << 8
        << QStringLiteral("Input: A text of \"nurse\" has 4 tokens, the subject at position 1 and the pronoun after 4");
}

void TestTargetSearch::refusesWhatDoesNotFit()
{
    QFETCH(int, fault);
    QFETCH(QString, begin);
    EditSubject subject = tinySubjects()[0];
    TargetSettings settings = settingsOf();
    SubjectText &text = subject.texts[0];
    Pronouns pair = pronouns;
    switch (fault) {
    case 0: subject.texts.clear(); break;
    case 1: text.subject = 4; break;
    case 2: text.read = 0; break;
    case 3: subject.share = std::nan(""); break;
    case 4: settings.layer = 4; break;
    case 5: pair.she = pair.he; break;
    case 6: settings.rate = 0; break;
    case 7: text.ids[1] = 60; break;
    case 8: subject.neutral.read = 4; break;
    default: break;
    }
    SilentMonitor monitor;
    const QString got = thrown([&] { TargetSearch(tinyModel(tinyGpt2()), {subject}, pair, settings, monitor); });
    QVERIFY2(got.startsWith(begin), qPrintable(got));
}

void TestTargetSearch::refusesAMaskedModel()
{
    SilentMonitor monitor;
    QCOMPARE(thrown([&] { TargetSearch(tinyModel(tinyBert()), {tinySubjects()[0]}, pronouns, settingsOf(), monitor); }),
             QStringLiteral("Unsupported: A masked model has no next token to edit by: choose a causal model."));
}

void TestTargetSearch::aCancelledSearchStopsAnywhere()
{
    const auto model = tinyModel(tinyGpt2());
    int stops = 0;
    for (int at = 0; at < 30; ++at) {
        StoppingMonitor monitor(at);
        TargetSettings settings = settingsOf();
        settings.steps = 2;
        const QString got =
            thrown([&] { TargetSearch(model, {tinySubjects()[0]}, pronouns, settings, monitor).run(); });
        QVERIFY(got.isEmpty() || got == QStringLiteral("Cancelled: cancelled"));
        stops += got.isEmpty() ? 0 : 1;
    }
    // The forward passes alone have 26 steps: it can be stopped on the way back as well.
    QCOMPARE(stops, 30);
}

QTEST_APPLESS_MAIN(TestTargetSearch)
#include "TestTargetSearch.moc"
