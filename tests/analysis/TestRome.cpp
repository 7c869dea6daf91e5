// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Rome.h"
#include "core/engine/Error.h"
#include "core/engine/ParameterRows.h"
#include "tests/support/HexTable.h"
#include "tests/support/LsdmFixture.h"
#include "tests/support/TinyModel.h"

#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

class TestRome : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstTextReachesItsTarget();
    void oneKeyOfLsdmIsThisInPart();
    void severalSubjectsFollowOneAnother();
    void knownTargetsAreTakenAsTheyAre();
    void memitIsLsdmWithOtherSettings();
    void refusesWhatDoesNotFit();
    void aCancelledRunStops();
};

namespace {

constexpr double ridge = 1e-4;

EditSubject alone()
{
    EditSubject subject = tinySubjects()[0];
    subject.texts.resize(1);
    return subject;
}

TargetSettings searched()
{
    TargetSettings settings = romeTarget(1);
    settings.rate = 0.1;
    settings.decay = 0.01; // the losses of random models are small
    return settings;
}

at::Tensor output(const std::shared_ptr<const Model> &model, const SubjectText &text)
{
    SilentMonitor monitor;
    return readMlp(*model, 1, {{text.ids, text.subject}}, monitor).outputs[0];
}

} // namespace

void TestRome::theFirstTextReachesItsTarget()
{
    for (const auto &model : {tinyModel(tinyGpt2()), tinyModel(tinyLlama()), tinyModel(tinyNeox())}) {
        SilentMonitor monitor;
        const EditSubject subject = tinySubjects()[0];
        const EditTarget target = TargetSearch(model, {subject}, tinyPronouns, searched(), monitor).run().front();
        const Delta delta = romeDelta(model, subject, target, tinyMoment(model, 1), ridge, monitor);
        QCOMPARE(delta.values.size(1), std::int64_t{1});
        QVERIFY(delta.values.norm().item<double>() > 0.1);
        const auto now = changedBy(model, {{delta}});
        const at::Tensor moved = output(now, subject.texts[0]) - output(model, subject.texts[0]);
        QVERIFY(largestDifference(moved, at::tensor(target.delta)) < 1e-3);
    }
}

void TestRome::oneKeyOfLsdmIsThisInPart()
{
    const auto model = tinyModel(tinyGpt2());
    SilentMonitor monitor;
    const std::vector<EditSubject> subjects{alone()};
    const EditTarget target = TargetSearch(model, {subjects[0]}, tinyPronouns, searched(), monitor).run().front();
    QVERIFY(at::tensor(target.delta).norm().item<double>() > 0.1);
    const Moments moments = tinyMoments(model, {1});
    LsdmSettings closed;
    closed.layers = {1};
    closed.preservation = 0.3;
    const LsdmResult part = lsdm(model, subjects, {target}, {}, moments, closed, monitor);
    const Delta whole = romeDelta(model, subjects[0], target, moments.at(1), closed.ridge, monitor);
    const ParameterView view = parameterView(*model, "layers.1.mlp.out");
    const double share = part.layers[0].share; // q / (lambda + q)
    QVERIFY(share > 0.05 && share < 0.95);
    QVERIFY(largestDifference(wholeDelta(part.edit.deltas[0], view), wholeDelta(whole, view) * share) < 1e-6);
    const double reached = part.layers[0].reached;
    QVERIFY2(std::abs(reached - share) < 1e-6, qPrintable(QStringLiteral("%1, not %2").arg(reached).arg(share)));
}

void TestRome::severalSubjectsFollowOneAnother()
{
    const auto model = tinyModel(tinyGpt2());
    SilentMonitor monitor;
    const at::Tensor moment = tinyMoment(model, 1);
    const RomeResult made = rome(model, tinySubjects(), tinyPronouns, searched(), moment, ridge, monitor);
    QCOMPARE(made.edit.deltas.size(), std::size_t{1});
    QCOMPARE(made.edit.deltas[0].values.size(1), std::int64_t{2});
    const EditTarget first = TargetSearch(model, {tinySubjects()[0]}, tinyPronouns, searched(), monitor).run().front();
    QCOMPARE(made.targets[0].delta, first.delta);
    const auto between = changedBy(model, {{romeDelta(model, tinySubjects()[0], first, moment, ridge, monitor)}});
    const EditTarget second =
        TargetSearch(between, {tinySubjects()[1]}, tinyPronouns, searched(), monitor).run().front();
    QVERIFY(largestDifference(at::tensor(made.targets[1].delta), at::tensor(second.delta)) < 1e-4);
    const SubjectText text = tinySubjects()[1].texts[0];
    const at::Tensor moved = output(changedBy(model, made.edit), text) - output(between, text);
    QVERIFY(largestDifference(moved, at::tensor(second.delta)) < 1e-3);
}

void TestRome::knownTargetsAreTakenAsTheyAre()
{
    const auto model = tinyModel(tinyGpt2());
    SilentMonitor monitor;
    const at::Tensor moment = tinyMoment(model, 1);
    const RomeResult made = rome(model, tinySubjects(), tinyPronouns, searched(), moment, ridge, monitor);
    const Delta &direct = made.edit.deltas.front();
    const Delta same = romeOf(model, tinySubjects(), made.targets, moment, ridge, monitor).deltas.front();
    QVERIFY(at::equal(same.values, direct.values) && at::equal(same.others, direct.others));
    const std::vector<EditTarget> exchanged(made.targets.rbegin(), made.targets.rend());
    const Delta other = romeOf(model, tinySubjects(), exchanged, moment, ridge, monitor).deltas.front();
    QVERIFY(at::equal(other.values, direct.values.flip(1)));
    QVERIFY(thrown([&] {
                romeOf(model, tinySubjects(), {made.targets.front()}, moment, ridge, monitor);
            }).startsWith(QStringLiteral("Input: There are 2 subjects and 1 targets")));
}

void TestRome::memitIsLsdmWithOtherSettings()
{
    const auto model = tinyModel(tinyGpt2());
    SilentMonitor monitor;
    const std::vector<int> layers{0, 1};
    std::vector<EditTarget> targets;
    for (const EditSubject &subject : tinySubjects())
        targets.push_back(TargetSearch(model, {subject}, tinyPronouns, memitTarget(1), monitor).run().front());
    const LsdmResult made =
        lsdm(model, tinySubjects(), targets, {}, tinyMoments(model, layers), memitSettings(layers, 1e-4), monitor);
    QCOMPARE(made.edit.deltas.size(), std::size_t{2});
    QVERIFY(made.layers[1].residualNorm > 0);
    const auto now = changedBy(model, made.edit);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const EditTarget after =
            TargetSearch(now, {tinySubjects()[i]}, tinyPronouns, memitTarget(1), monitor).run().front();
        QVERIFY(after.losses.front() < targets[i].losses.front() || targets[i].gapAfter >= targets[i].gapBefore);
    }
}

void TestRome::refusesWhatDoesNotFit()
{
    const auto model = tinyModel(tinyGpt2());
    SilentMonitor monitor;
    EditTarget target = TargetSearch(model, {alone()}, tinyPronouns, searched(), monitor).run().front();
    const at::Tensor moment = tinyMoment(model, 1);
    QVERIFY(thrown([&] {
                rome(model, {}, tinyPronouns, searched(), moment, ridge, monitor);
            }).startsWith(QStringLiteral("Input: There is no subject to edit")));
    QVERIFY(thrown([&] {
                romeDelta(model, alone(), target, at::zeros({64, 64}, at::kDouble), 0, monitor);
            }).startsWith(QStringLiteral("Input: The statistics of layer 1 are singular")));
    target.site = Site::State;
    QVERIFY(thrown([&] {
                romeDelta(model, alone(), target, moment, ridge, monitor);
            }).startsWith(QStringLiteral("Input: The target of \"nurse\" was found for other")));
    QVERIFY(thrown([&] {
                rome(tinyModel(tinyBert()), {alone()}, tinyPronouns, searched(), moment, ridge, monitor);
            }).startsWith(QStringLiteral("Unsupported: ")));
}

void TestRome::aCancelledRunStops()
{
    const auto model = tinyModel(tinyGpt2());
    StoppingMonitor monitor(200);
    QCOMPARE(
        thrown([&] { rome(model, tinySubjects(), tinyPronouns, searched(), tinyMoment(model, 1), ridge, monitor); }),
        QStringLiteral("Cancelled: cancelled"));
}

QTEST_APPLESS_MAIN(TestRome)
#include "TestRome.moc"
