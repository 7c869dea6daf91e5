// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/EditLevel.h"
#include "core/analysis/MaskedTraining.h"
#include "core/analysis/TargetScores.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Monitor.h"
#include "core/jobs/DefinitionPrompts.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/MgEditSettings.h"
#include "core/jobs/MgPrompts.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TargetPrompts.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QSet>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

using Templates = DefinitionPrompts::Templates;

double imbalanceOf(const Model &model, const TargetPrompts &prompts)
{
    SilentMonitor monitor;
    return meanOf(targetScores(model, prompts, monitor)).imbalance;
}

} // namespace

/// Words with a gender by definition, and that training keeps what the model says behind them.
class TestDefinitionPrompts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void seenAndUnseenTemplatesHaveNothingInCommon();
    void theirSharesAreThoseOfTheModel();
    void trainingKeepsThem();
    void withoutWeightTheyChangeNothing();
    void badWeightsAreRefused();
    void canBeCancelled();

private:
    TrainedEdit trained(const TrainingTexts &texts, double weight) const;
    TrainingTexts texts() const;

    LoadedModel m_demo;
    DefinitionPrompts m_seen;
    DefinitionPrompts m_unseen;
};

void TestDefinitionPrompts::initTestCase()
{
    m_demo = loadModel(demoModel(), QStringLiteral("cpu"), QStringLiteral("fp32"));
    m_seen = DefinitionPrompts::of(m_demo, Templates::Seen, 1);
    m_unseen = DefinitionPrompts::of(m_demo, Templates::Unseen, 1);
}

/// A gap to be closed.
TrainingTexts TestDefinitionPrompts::texts() const
{
    SilentMonitor monitor;
    MgEditSettings settings;
    settings.prompts = PromptKind::Gap;
    settings.goal = QStringLiteral("parity");
    settings.limit = 64;
    TrainingTexts texts;
    texts.prompts = mgPrompts(m_demo, settings, monitor).train.prompts;
    texts.preserved = m_seen.asTheyAre(*m_demo.model, monitor);
    return texts;
}

TrainedEdit TestDefinitionPrompts::trained(const TrainingTexts &texts, double weight) const
{
    TrainingSettings settings;
    settings.rate = 2e-3;
    settings.epochs = 2;
    settings.preservedWeight = weight;
    SilentMonitor monitor;
    return trainMasked(*m_demo.model, wholeLayer(*m_demo.model, 1), texts, settings, {}, monitor);
}

void TestDefinitionPrompts::seenAndUnseenTemplatesHaveNothingInCommon()
{
    QVERIFY(!m_seen.prompts.empty());
    QCOMPARE(m_seen.words.size(), static_cast<int>(m_seen.prompts.size()));
    QCOMPARE(QSet<QString>(m_seen.words.begin(), m_seen.words.end()),
             QSet<QString>(m_unseen.words.begin(), m_unseen.words.end()));
    for (const TargetPrompt &seen : m_seen.prompts)
        for (const TargetPrompt &unseen : m_unseen.prompts)
            QVERIFY(seen.ids != unseen.ids);
}

void TestDefinitionPrompts::theirSharesAreThoseOfTheModel()
{
    SilentMonitor monitor;
    const TargetPrompts kept = m_seen.asTheyAre(*m_demo.model, monitor);
    QCOMPARE(kept.size(), m_seen.prompts.size());
    QVERIFY(imbalanceOf(*m_demo.model, kept) < 1e-6);
    QVERIFY(imbalanceOf(*m_demo.model, m_seen.prompts) > 0.2); // words with a gender are far from equal shares
}

void TestDefinitionPrompts::trainingKeepsThem()
{
    const TrainingTexts all = texts();
    SilentMonitor monitor;
    const TargetPrompts unseen = m_unseen.asTheyAre(*m_demo.model, monitor);
    std::vector<double> moved;
    for (const double weight : {0.0, 4.0}) {
        const auto edit = std::make_shared<const Edit>(trained(all, weight).edit);
        QVERIFY(!edit->deltas.empty());
        const auto model = edited(m_demo.model, {{edit, 1}}, monitor);
        QVERIFY(imbalanceOf(*model, all.prompts) < imbalanceOf(*m_demo.model, all.prompts));
        moved.push_back(imbalanceOf(*model, unseen));
    }
    QVERIFY2(moved[1] < moved[0] / 1.5, qPrintable(QStringLiteral("%1 and %2").arg(moved[0]).arg(moved[1])));
}

void TestDefinitionPrompts::withoutWeightTheyChangeNothing()
{
    const TrainingTexts all = texts();
    TrainingTexts none = all;
    none.preserved.clear();
    const Edit one = trained(all, 0).edit;
    const Edit other = trained(none, 1).edit;
    QCOMPARE(one.deltas.size(), other.deltas.size());
    for (std::size_t i = 0; i < one.deltas.size(); ++i)
        QVERIFY(at::equal(one.deltas[i].values, other.deltas[i].values));
}

void TestDefinitionPrompts::badWeightsAreRefused()
{
    for (const double weight : {-1.0, std::nan("")}) {
        const auto error = errorOf([&] { trained(texts(), weight); });
        QVERIFY(error);
        QCOMPARE(error->kind(), Error::Kind::Input);
    }
    TrainingTexts broken = texts();
    broken.preserved = {{{}, 1, 2, 0.5, 0.5}};
    QCOMPARE(errorOf([&] { trained(broken, 1); })->kind(), Error::Kind::Input);
}

void TestDefinitionPrompts::canBeCancelled()
{
    StoppingMonitor monitor(0);
    const auto error = errorOf([&] { m_seen.asTheyAre(*m_demo.model, monitor); });
    QVERIFY(error);
    QCOMPARE(error->kind(), Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestDefinitionPrompts)
#include "TestDefinitionPrompts.moc"
