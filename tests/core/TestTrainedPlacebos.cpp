// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/MgEditSettings.h"
#include "tests/support/PlaceboFacts.h"
#include "tests/support/TestFiles.h"

#include <QHash>
#include <QJsonArray>
#include <QTest>

using namespace cw;
using namespace cw::test;

/// The placebos of methods that train.
class TestTrainedPlacebos : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyMethodDrawsItsKinds_data();
    void everyMethodDrawsItsKinds();
    void nounsStandForPeopleInPrompts();
    void targetsAreShuffledOverPeople();
    void drawsCanBeCancelled_data();
    void drawsCanBeCancelled();

private:
    /// Few prompts and steps: enough to draw, and quick.
    static QJsonObject quick(const QString &job)
    {
        QJsonObject settings{{QStringLiteral("model"), demoModel()}, {QStringLiteral("limit"), 4},
                             {QStringLiteral("epochs"), 1},          {QStringLiteral("batch"), 12},
                             {QStringLiteral("tokens"), 200},        {QStringLiteral("texts"), 1}};
        if (job == mgJob) {
            settings[QStringLiteral("modules")] = QJsonArray{QStringLiteral("layers.5.mlp.out")};
            settings[QStringLiteral("recovery")] = 0.1; // or so few steps may be better at nothing
        }
        return settings;
    }

    LoadedModel m_demo;
};

void TestTrainedPlacebos::initTestCase()
{
    m_demo = loadModel(demoModel(), QStringLiteral("cpu"), QStringLiteral("fp32"));
}

void TestTrainedPlacebos::everyMethodDrawsItsKinds_data()
{
    addKindColumns();
    const auto level = [](const char *name, bool isNarrowed) {
        QJsonObject more{{QStringLiteral("level"), QLatin1String(name)}};
        if (!isNarrowed)
            more[QStringLiteral("modules")] = QJsonArray();
        return more;
    };
    // Of too few prompts no other targets are learned that are better on the dev fold.
    addKinds("finetune", finetuneJob,
             {{QStringLiteral("limit"), 12}, {QStringLiteral("rate"), 1e-3}, {QStringLiteral("epochs"), 3}}, "all",
             "content,relocated");
    addKinds("full", mgJob, level("full", false), "auto", "wrong-text");
    addKinds("layer", mgJob, level("layer", false), "relocated", "relocated");
    addKinds("module", mgJob, level("module", true), "auto", "relocated");
    addKinds("row", mgJob, level("row", true), "all", "moved,relocated,wrong-text");
    addKinds("weight", mgJob, level("weight", true), "auto", "moved");
}

void TestTrainedPlacebos::everyMethodDrawsItsKinds()
{
    drawKinds(quick, m_demo);
}

void TestTrainedPlacebos::nounsStandForPeopleInPrompts()
{
    const auto settings = fromJson<MgEditSettings>(quick(mgJob));
    PromptOrder order = settings;
    SilentMonitor monitor;
    const MgPrompts people = mgPrompts(m_demo, order, monitor);
    order.nouns = QStringList{QStringLiteral("lamp"), QStringLiteral("coat")};
    const MgPrompts nouns = mgPrompts(m_demo, order, monitor);
    QCOMPARE(nouns.train.people, people.train.people);
    const auto tokenizer = m_demo.checkpoint->tokenizer();
    for (std::size_t i = 0; i < nouns.train.prompts.size(); ++i) {
        const QString text = tokenizer->decode(nouns.train.prompts[i].ids);
        QVERIFY2(text.contains(QLatin1String("lamp.personal_pronoun")) ||
                     text.contains(QLatin1String("coat.personal_pronoun")),
                 qPrintable(text));
        QCOMPARE(nouns.train.prompts[i].shareA, people.train.prompts[i].shareA);
    }
}

void TestTrainedPlacebos::targetsAreShuffledOverPeople()
{
    auto settings = fromJson<MgEditSettings>(quick(mgJob));
    settings.limit = 40;
    SilentMonitor monitor;
    const MgPrompts before = mgPrompts(m_demo, settings, monitor);
    const MgPrompts after = before.shuffled(1);
    QHash<QString, double> given;
    std::vector<double> shares[2];
    for (std::size_t i = 0; i < before.train.prompts.size(); ++i) {
        const QString &person = after.train.people[static_cast<int>(i)];
        const double share = after.train.prompts[i].shareA;
        QCOMPARE(given.value(person, share), share); // one person, one target
        given.insert(person, share);
        shares[0].push_back(before.train.prompts[i].shareA);
        shares[1].push_back(share);
    }
    QVERIFY(shares[0] != shares[1]);
    QCOMPARE(after.test.prompts.front().shareA, before.test.prompts.front().shareA);
    QCOMPARE(before.shuffled(1).train.prompts.back().shareA, after.train.prompts.back().shareA);
    settings.goal = QStringLiteral("parity");
    const MgPrompts equal = mgPrompts(m_demo, settings, monitor);
    QVERIFY(thrown([&] { equal.shuffled(1); }).startsWith(QLatin1String("Input")));
}

void TestTrainedPlacebos::drawsCanBeCancelled_data()
{
    QTest::addColumn<QString>("job");
    QTest::addColumn<QString>("kind");
    const auto row = [](const QString &job, const char *kind) {
        QTest::newRow(qPrintable(QString(job + u' ' + QLatin1String(kind)))) << job << QString::fromLatin1(kind);
    };
    row(finetuneJob, "content");
    row(mgJob, "relocated");
}

void TestTrainedPlacebos::drawsCanBeCancelled()
{
    QFETCH(QString, job);
    QFETCH(QString, kind);
    stopDrawing(job, withPlacebos(quick(job), 100, kind), m_demo);
}

QTEST_GUILESS_MAIN(TestTrainedPlacebos)
#include "TestTrainedPlacebos.moc"
