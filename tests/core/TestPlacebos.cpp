// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/LsdmEditSettings.h"
#include "core/jobs/LsdmInputs.h"
#include "core/jobs/OccupationJob.h"
#include "tests/support/PlaceboFacts.h"
#include "tests/support/TestFiles.h"

#include <QJsonArray>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

/// The placebos of methods that edit occupations or ticks, and which kinds each method has.
class TestPlacebos : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyMethodDrawsItsKinds_data();
    void everyMethodDrawsItsKinds();
    void anotherTokenIsAnotherPlace();
    void nounsStandForOccupations();
    void aKindThatAMethodLacksIsRefused_data();
    void aKindThatAMethodLacksIsRefused();
    void drawsCanBeCancelled_data();
    void drawsCanBeCancelled();

private:
    /// Few occupations and steps: enough to draw, and quick.
    QJsonObject quick(const QString &job) const
    {
        QJsonObject settings{{QStringLiteral("model"), demoModel()}};
        if (job == editJob) {
            settings[QStringLiteral("method")] = QStringLiteral("zero");
            settings[QStringLiteral("rows")] = QJsonArray{QStringLiteral("layers.0.mlp.out:3,5-7")};
        } else if (job == lsdmJob || job == romeJob || job == memitJob) {
            settings[QStringLiteral("goal")] = m_dir.filePath(QStringLiteral("goal.csv"));
            settings[QStringLiteral("contexts")] = 2;
            settings[QStringLiteral("steps")] = 2;
            settings[QStringLiteral("tokens")] = 800;
        }
        return settings;
    }

    QTemporaryDir m_dir;
    LoadedModel m_demo;
};

void TestPlacebos::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QVERIFY(test::write(m_dir.filePath(QStringLiteral("goal.csv")), "name,target\nnurse,0.5\naccountant,0.5\n"
                                                                    "carpenter,0.5\nlibrarian,0.5\n"));
    m_demo = loadModel(demoModel(), QStringLiteral("cpu"), QStringLiteral("fp32"));
}

void TestPlacebos::everyMethodDrawsItsKinds_data()
{
    addKindColumns();
    addKinds("lsdm", lsdmJob, {}, "all", "content,relocated,wrong-text");
    addKinds("rome", romeJob, {}, "all", "content,relocated");
    addKinds("memit", memitJob, {{QStringLiteral("layers"), QStringLiteral("0-1")}}, "auto", "content");
    addKinds("rows", editJob, {}, "auto", "moved");
    addKinds("rows elsewhere", editJob, {}, "all", "moved,relocated");
    addKinds("a module", editJob,
             {{QStringLiteral("rows"), QJsonArray()},
              {QStringLiteral("modules"), QJsonArray{QStringLiteral("layers.1.mlp.out")}}},
             "auto", "relocated");
    addKinds("neurons", editJob,
             {{QStringLiteral("rows"), QJsonArray()},
              {QStringLiteral("neurons"), QJsonArray{QStringLiteral("layers.1:12,15")}}},
             "auto", "moved");
}

void TestPlacebos::everyMethodDrawsItsKinds()
{
    drawKinds([this](const QString &job) { return quick(job); }, m_demo);
}

/// All layers have nowhere to go, but other tokens are there.
void TestPlacebos::anotherTokenIsAnotherPlace()
{
    QJsonObject settings = quick(lsdmJob);
    settings[QStringLiteral("layers")] = QStringLiteral("0-5");
    const QJsonObject facts = editFacts(lsdmJob, withPlacebos(settings, 3, QStringLiteral("relocated")), m_demo);
    const QJsonArray bands = facts[QLatin1String("placebo")].toArray();
    QCOMPARE(bands.size(), 1);
    QMap<QString, double> values; // by place
    for (const QJsonValue &draw : bands.first()[QLatin1String("draws")].toArray())
        values.insert(draw[QLatin1String("place")].toString(), draw[QLatin1String("value")].toDouble());
    QCOMPARE(values.size(), 3);
    QVERIFY(values.firstKey().startsWith(QStringLiteral("layers 0-5, token ")));
    // What the last layer writes is seen by nobody but at the token that is read.
    QVERIFY(values[QStringLiteral("layers 0-5, token read")] <
            bands.first()[QLatin1String("before")].toDouble() - 0.01);
}

void TestPlacebos::nounsStandForOccupations()
{
    auto order = fromJson<LsdmEditSettings>(quick(lsdmJob));
    SilentMonitor monitor;
    const LsdmInputs inputs = lsdmInputs(m_demo, order, monitor);
    const LsdmInputs other =
        withNouns(inputs, {QStringLiteral("apple"), QStringLiteral("lamp")}, m_demo, order, monitor);
    QCOMPARE(other.subjects.size(), inputs.subjects.size());
    QCOMPARE(other.subjects[0].name, std::string("apple"));
    QCOMPARE(other.subjects[2].name, std::string("apple"));
    QCOMPARE(other.subjects[1].texts.size(), inputs.subjects[1].texts.size());
    const auto tokenizer = m_demo.checkpoint->tokenizer();
    QVERIFY(tokenizer->decode(other.subjects[1].texts[0].ids).startsWith(QLatin1String("The lamp")));
}

void TestPlacebos::aKindThatAMethodLacksIsRefused_data()
{
    QTest::addColumn<QString>("job");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("has");
    const auto row = [](const char *name, const QString &job, const char *level, const char *kind, const char *has) {
        QTest::newRow(name) << job << QString::fromLatin1(level) << QString::fromLatin1(kind)
                            << QString::fromLatin1(has);
    };
    row("lsdm", lsdmJob, "", "moved", "content, relocated, wrong-text");
    row("rome", romeJob, "", "wrong-text", "content, relocated");
    row("memit", memitJob, "", "moved", "content, relocated");
    row("finetune", finetuneJob, "", "moved", "content, relocated");
    row("a module cannot move", mgJob, "module", "moved", "relocated, wrong-text");
    row("the whole is nowhere else", mgJob, "full", "relocated", "wrong-text");
    row("rows", mgJob, "row", "content", "moved, relocated, wrong-text");
    row("ticks", editJob, "", "content", "moved, relocated");
}

void TestPlacebos::aKindThatAMethodLacksIsRefused()
{
    QFETCH(QString, job);
    QFETCH(QString, level);
    QFETCH(QString, kind);
    QFETCH(QString, has);
    QJsonObject settings = quick(job);
    if (!level.isEmpty())
        settings[QStringLiteral("level")] = level;
    settings = withPlacebos(settings, 2, kind);
    const QString said = thrown([&] { editingJob({job, settings}, m_demo); });
    QVERIFY2(said.startsWith(QLatin1String("Input")) && said.contains(kind) && said.endsWith(has + u'.'),
             qPrintable(said));
}

void TestPlacebos::drawsCanBeCancelled_data()
{
    QTest::addColumn<QString>("job");
    QTest::addColumn<QString>("kind");
    const auto row = [](const QString &job, const char *kind) {
        QTest::newRow(qPrintable(QString(job + u' ' + QLatin1String(kind)))) << job << QString::fromLatin1(kind);
    };
    row(lsdmJob, "wrong-text");
    row(romeJob, "content");
    row(editJob, "moved");
    row(editJob, "relocated");
}

void TestPlacebos::drawsCanBeCancelled()
{
    QFETCH(QString, job);
    QFETCH(QString, kind);
    stopDrawing(job, withPlacebos(quick(job), 100, kind), m_demo);
}

QTEST_GUILESS_MAIN(TestPlacebos)
#include "TestPlacebos.moc"
