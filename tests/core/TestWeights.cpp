// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/WeightNorms.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Model.h"
#include "core/engine/ParameterRows.h"
#include "core/jobs/EditJob.h"
#include "core/jobs/WeightNormsJob.h"
#include "core/project/TickedWeights.h"
#include "tests/support/Edits.h"
#include "tests/support/ModelRows.h"
#include "tests/support/StoppingMonitor.h"

#include <ATen/ATen.h>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

/// What the weight browser shows, and what is ticked in it.
class TestWeights : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyModuleIsAPart_data() { addModelRows(); }
    void everyModuleIsAPart();
    void normsAreThoseOfTheWeights_data() { addModelRows(); }
    void normsAreThoseOfTheWeights();
    void measuringStops();
    void ticksAreCounted();
    void singleWeightsAreTicked();
    void wordsBecomeTicks();
    void ticksBecomeWords();
    void theWordsMakeTheEditThatWasTicked();
};

void TestWeights::everyModuleIsAPart()
{
    QFETCH(QString, folder);
    const LoadedModel model = opened(folder);
    const QVector<WeightPart> parts = weightParts(model);
    qint64 weights = 0;
    int neurons = 0;
    for (const WeightPart &part : parts) {
        if (part.kind == WeightPart::Kind::Neurons) {
            ++neurons;
            continue;
        }
        const ParameterView view = parameterView(*model.model, part.name.toStdString());
        QCOMPARE(part.count, view.rows());
        QCOMPARE(part.width, view.columns());
        weights += qint64{part.count} * part.width;
    }
    QCOMPARE(neurons, model.model->spec().layers);
    qint64 expected = 0;
    for (const ParameterView &module : modules(model.model->spec()))
        expected += module.rows() * module.columns();
    QCOMPARE(weights, expected);
}

void TestWeights::normsAreThoseOfTheWeights()
{
    QFETCH(QString, folder);
    const LoadedModel model = opened(folder);
    const QVector<WeightPart> parts = weightParts(model);
    WeightNormsJob job(model);
    QVector<PartNorms> measured;
    QObject::connect(&job, &WeightNormsJob::measured, &job, [&](const PartNorms &norms) { measured << norms; });
    SilentMonitor monitor;
    QVERIFY(job.runHere(monitor));
    QCOMPARE(measured.size(), parts.size());
    for (const PartNorms &norms : measured) {
        const WeightPart &part = parts[norms.part];
        const bool isNeurons = part.kind == WeightPart::Kind::Neurons;
        const ParameterView view = parameterView(*model.model, part.name.toStdString() + (isNeurons ? ".mlp.out" : ""));
        const at::Tensor weight = rowsOf(*model.model, view, allRows(view)).to(at::kDouble);
        const at::Tensor expected = at::norm(weight, 2, isNeurons ? 0 : 1).to(at::kFloat);
        const at::Tensor found = at::tensor(at::ArrayRef<float>(norms.norms));
        QVERIFY2(at::allclose(found, expected, 1e-6, 1e-7), qPrintable(part.name));
        QVERIFY(std::abs(norms.norm - at::norm(weight).item<double>()) <= 1e-5 * norms.norm);
    }
}

void TestWeights::measuringStops()
{
    WeightNormsJob job(opened(fixture(QStringLiteral("models/gpt2"))));
    StoppingMonitor monitor(3);
    const Result<void> result = job.runHere(monitor);
    QVERIFY(!result);
    QCOMPARE(result.error().kind(), Error::Kind::Cancelled);
}

void TestWeights::ticksAreCounted()
{
    const QVector<WeightPart> parts = weightParts(opened(fixture(QStringLiteral("models/gpt2"))));
    TickedWeights ticks;
    QVERIFY(ticks.isEmpty());
    QSignalSpy others(&ticks, &TickedWeights::partsChanged);
    ticks.setParts(parts);
    QCOMPARE(others.size(), 1);
    QSignalSpy changes(&ticks, &TickedWeights::changed);
    ticks.tick(1, {0, 2}, true);
    ticks.tick(1, {2}, true);
    QCOMPARE(ticks.count(1), 2);
    QVERIFY(ticks.isTicked(1, 2) && !ticks.isTicked(1, 1) && !ticks.isTicked(0, 2));
    ticks.tickAll(2, true);
    QCOMPARE(ticks.count(2), parts[2].count);
    QCOMPARE(ticks.weights(), 2 * parts[1].width + qint64{parts[2].count} * parts[2].width);
    ticks.tick(1, {0}, false);
    QCOMPARE(ticks.count(1), 1);
    QCOMPARE(changes.size(), 4);
    QCOMPARE(changes.last().first().toInt(), 1);
    ticks.clear();
    QVERIFY(ticks.isEmpty());
    QCOMPARE(ticks.parts().size(), parts.size());
}

void TestWeights::singleWeightsAreTicked()
{
    const QVector<WeightPart> parts = weightParts(opened(fixture(QStringLiteral("models/gpt2"))));
    TickedWeights ticks;
    ticks.setParts(parts);
    ticks.tickWeight(1, 3, 7, true);
    ticks.tickWeight(1, 3, 2, true);
    ticks.tickWeight(1, 3, 2, true);
    ticks.tickWeight(1, 4, 0, true);
    QVERIFY(!ticks.isEmpty());
    QCOMPARE(ticks.columns(1, 3), (QVector<int>{2, 7}));
    QCOMPARE(ticks.singles(1), 3);
    QCOMPARE(ticks.count(1), 0);
    QCOMPARE(ticks.weights(), qint64{3});
    ticks.tickWeight(1, 4, 0, false);
    QCOMPARE(ticks.singles(1), 2);
    // A ticked row has all its weights.
    ticks.tick(1, {3}, true);
    QCOMPARE(ticks.singles(1), 0);
    ticks.tickWeight(1, 3, 5, true);
    QCOMPARE(ticks.weights(), qint64{parts[1].width});
    ticks.tick(1, {3}, false);
    QVERIFY(ticks.isEmpty());
    ticks.tickWeight(1, 3, 5, true);
    ticks.clear();
    QVERIFY(ticks.isEmpty());
}

void TestWeights::wordsBecomeTicks()
{
    const LoadedModel model = opened(fixture(QStringLiteral("models/gpt2")));
    TickedWeights ticks;
    ticks.setParts(weightParts(model));
    ticks.tick(0, {0}, true); // is gone then
    const TickWords words{{"1"},
                          {"layers.0.attn.q"},
                          {"layers.0.mlp.out:3-5,9", "layers.0.attn.k:1"},
                          {"layers.0:7", "layers.9:1"},
                          {"layers.0.mlp.out:4/1,6/2,6/0", "layers.0.attn.v:2/2"}};
    ticks.set(words);
    EditSettings settings;
    ticks.apply(settings);
    QCOMPARE(settings.modules.size(), 1 + 6); // of layer 1: q, k, v, out, in and out
    QVERIFY(settings.modules.contains(QStringLiteral("layers.0.attn.q")));
    QVERIFY(settings.modules.contains(QStringLiteral("layers.1.mlp.out")));
    QCOMPARE(settings.rows,
             (QStringList{QStringLiteral("layers.0.attn.k:1"), QStringLiteral("layers.0.mlp.out:3-5,9")}));
    QCOMPARE(settings.neurons, QStringList{QStringLiteral("layers.0:7")});
    QCOMPARE(settings.weights,
             (QStringList{QStringLiteral("layers.0.attn.v:2/2"), QStringLiteral("layers.0.mlp.out:6/0,6/2")}));
    // What the model lacks is passed over; what is no word is refused.
    ticks.set({{}, {}, {"layers.0.mlp.out:100000"}, {}, {"layers.0.mlp.out:0/100000"}});
    QVERIFY(ticks.isEmpty());
    QVERIFY_THROWS_EXCEPTION(Error, ticks.set({{}, {}, {"layers.0.mlp.out:x"}, {}, {}}));
}

void TestWeights::ticksBecomeWords()
{
    const QVector<WeightPart> parts = weightParts(opened(fixture(QStringLiteral("models/gpt2"))));
    TickedWeights ticks;
    ticks.setParts(parts);
    const auto partNamed = [&parts](const QString &name) {
        return static_cast<int>(
            std::find_if(parts.begin(), parts.end(), [&name](const WeightPart &part) { return part.name == name; }) -
            parts.begin());
    };
    ticks.tick(partNamed(QStringLiteral("layers.1.mlp.out")), {3, 4, 5, 9}, true);
    ticks.tick(partNamed(QStringLiteral("layers.0")), {7}, true);
    ticks.tickAll(partNamed(QStringLiteral("layers.0.attn.q")), true);
    EditSettings settings;
    ticks.apply(settings);
    QCOMPARE(settings.rows, QStringList{QStringLiteral("layers.1.mlp.out:3-5,9")});
    QCOMPARE(settings.neurons, QStringList{QStringLiteral("layers.0:7")});
    QCOMPARE(settings.modules, QStringList{QStringLiteral("layers.0.attn.q")});
}

void TestWeights::theWordsMakeTheEditThatWasTicked()
{
    const LoadedModel model = opened(fixture(QStringLiteral("models/gpt2")));
    TickedWeights ticks;
    ticks.setParts(weightParts(model));
    for (int part = 0; part < static_cast<int>(ticks.parts().size()); ++part)
        if (ticks.parts()[part].name == QLatin1String("layers.1.mlp.in"))
            ticks.tick(part, {0, 5}, true);
    EditSettings settings;
    settings.model = model.checkpoint->folder();
    ticks.apply(settings);
    EditJob job(settings, model);
    MadeEdit made;
    QObject::connect(&job, &EditJob::made, &job, [&made](const MadeEdit &edit) { made = edit; });
    SilentMonitor monitor;
    QVERIFY(job.runHere(monitor));
    const ParameterView view = parameterView(*model.model, "layers.1.mlp.in");
    const at::Tensor before = rowsOf(*model.model, view, allRows(view));
    const at::Tensor after = rowsOf(*made.model, view, allRows(view));
    const at::Tensor changed = at::ne(before, after).any(1);
    QCOMPARE(changed.sum().item<std::int64_t>(), 2);
    QVERIFY(changed[0].item<bool>() && changed[5].item<bool>());
    QCOMPARE(after[5].abs().max().item<float>(), 0.0F);
}

QTEST_GUILESS_MAIN(TestWeights)
#include "TestWeights.moc"
