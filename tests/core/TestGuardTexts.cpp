// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TargetScores.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/engine/Edit.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/engine/ParameterRows.h"
#include "core/jobs/GapCells.h"
#include "core/jobs/GuardTexts.h"
#include "core/jobs/KeptTexts.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/PlainLines.h"
#include "core/measures/GapFolds.h"
#include "tests/support/EveryToken.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

LoadedModel opened(const QString &folder)
{
    return loadModel(folder, QStringLiteral("cpu"), QStringLiteral("fp32"));
}

/// The demo model after all its embeddings of these words have been made alike: they cannot be told apart.
std::shared_ptr<const Model> confused(const LoadedModel &model, const QStringList &words)
{
    SilentMonitor monitor;
    std::vector<std::int64_t> rows;
    for (const QString &word : words)
        rows.push_back(model.checkpoint->tokenizer()->encode(word).ids.front());
    std::sort(rows.begin(), rows.end());
    const ParameterView view = parameterView(*model.model, "embed");
    const at::Tensor embeddings = rowsOf(*model.model, view, at::tensor(rows, at::kLong)).to(at::kFloat);
    const Edit edit{{Delta::ofRows("embed", rows, embeddings.mean(0, true) - embeddings)}};
    return edited(model.model, {{std::make_shared<const Edit>(edit), 1}}, monitor);
}

/// The guards of a model beside itself or another; that of the mass, which no text has, is left out.
std::vector<GuardLine> linesOf(const GuardTexts &texts, const Model &before, const Model &after)
{
    SilentMonitor monitor;
    const std::vector<GuardLine> lines = compared(texts.read(before, monitor), texts.read(after, monitor), false, 1);
    return {lines.begin() + 1, lines.end()};
}

} // namespace

/// What edits must not break, and the cells in which their gap is reported.
class TestGuardTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theIntendedPronounsAreLeftOut();
    void definitionsKeepTheirSign();
    void anotherModelReadsTheEndOfItsText();
    void cellsAreThoseOfTheFolds();
    void changesHaveIntervals();
    void withoutFoldsTheModelWritesContexts();
    void canBeCancelled();

private:
    LoadedModel m_demo;
};

void TestGuardTexts::initTestCase()
{
    m_demo = opened(demoModel());
}

void TestGuardTexts::theIntendedPronounsAreLeftOut()
{
    SilentMonitor monitor;
    const GuardTexts texts(m_demo, {}, 1, monitor);
    // A model that cannot tell he from she says other texts about as before: their perplexity is hardly worse, while
    // that of the grammar with its pronouns is.
    const auto other = confused(m_demo, {QStringLiteral(" he"), QStringLiteral(" she")});
    const GuardLine line = linesOf(texts, *m_demo.model, *other).front();
    QVERIFY(line.before > 1.5 && line.before < 6);
    QVERIFY(line.change.low < line.after - line.before && line.change.high > line.after - line.before);
    const std::vector<Query> kept = keptTexts(m_demo, {{}, {}, 3000, 5}, monitor);
    std::vector<Query> whole;
    for (const Query &text : kept)
        whole.push_back(everyToken(text.ids));
    const double worse = std::exp(meanLoss(*other, whole, monitor) - meanLoss(*m_demo.model, whole, monitor));
    const double keptWorse = std::exp(meanLoss(*other, kept, monitor) - meanLoss(*m_demo.model, kept, monitor));
    QVERIFY2(keptWorse < 1 + 0.75 * (worse - 1), qPrintable(QStringLiteral("%1 %2").arg(keptWorse).arg(worse)));
    QVERIFY2(line.after / line.before < 1 + 0.75 * (worse - 1),
             qPrintable(QStringLiteral("%1 %2").arg(line.after / line.before).arg(worse)));
}

void TestGuardTexts::definitionsKeepTheirSign()
{
    SilentMonitor monitor;
    const GuardTexts texts(m_demo, {}, 1, monitor);
    const auto other = confused(m_demo, {QStringLiteral(" he"), QStringLiteral(" she")});
    const std::vector<GuardLine> lines = linesOf(texts, *m_demo.model, *other);
    QVERIFY(lines[1].before > 0.6);
    QVERIFY(std::abs(lines[1].after) < 0.1);
    QCOMPARE(lines[1].verdict, GuardVerdict::Broken);
    QCOMPARE(toJson(lines)[QLatin1String("definitions")][QLatin1String("verdict")].toString(),
             QStringLiteral("broken"));
    QCOMPARE(toJson(lines)[QLatin1String("definitions")][QLatin1String("before")].toDouble(), lines[1].before);
    QCOMPARE(verdictOf(linesOf(texts, *m_demo.model, *m_demo.model)), GuardVerdict::Held);
}

void TestGuardTexts::anotherModelReadsTheEndOfItsText()
{
    QTemporaryDir dir;
    const QString copy = dir.filePath(QStringLiteral("model"));
    QVERIFY(copyFolder(demoModel(), copy));
    QVERIFY(QFile::remove(copy + QStringLiteral("/folds.json")));
    const LoadedModel model = opened(copy);
    SilentMonitor monitor;
    const std::vector<GuardLine> lines = linesOf(GuardTexts(model, {}, 1, monitor), *model.model, *model.model);
    // It was never shown such text.
    QVERIFY(lines[0].before > 10);
    QVERIFY(lines[1].before > 0.6);
}

void TestGuardTexts::cellsAreThoseOfTheFolds()
{
    SilentMonitor monitor;
    const GapCells cells(m_demo, Goal(), {}, 1, monitor);
    const QJsonObject facts = cells.facts(*m_demo.model, *m_demo.model, monitor);
    const GapFolds folds = GapFolds::of(demoModel(), 1);
    qint64 prompts = 0;
    for (const char *cell : {"edited_seen", "edited_unseen", "held_out_seen", "held_out_unseen"}) {
        const QJsonObject fact = facts[QLatin1String(cell)].toObject();
        QCOMPARE(fact[QLatin1String("before")], fact[QLatin1String("after")]);
        QVERIFY(fact[QLatin1String("before")].toDouble() > 0.3);
        QCOMPARE(fact[QLatin1String("low")].toDouble(-1), 0.0); // nothing changed
        QCOMPARE(fact[QLatin1String("high")].toDouble(-1), 0.0);
        prompts += fact[QLatin1String("prompts")].toInteger();
    }
    QCOMPARE(prompts, static_cast<qint64>(folds.reporting.size()));
    const ItemTable edited = cells.editedUnseen().read(*m_demo.model, monitor);
    QCOMPARE(static_cast<qint64>(edited.size()),
             facts[QLatin1String("edited_unseen")][QLatin1String("prompts")].toInteger());
    QCOMPARE(static_cast<qint64>(cells.allUnseen().read(*m_demo.model, monitor).size()),
             static_cast<qint64>(edited.size()) +
                 facts[QLatin1String("held_out_unseen")][QLatin1String("prompts")].toInteger());
    QCOMPARE(meanOf(0)(edited, std::vector<double>(edited.size(), 1)),
             facts[QLatin1String("edited_unseen")][QLatin1String("before")].toDouble());
    QCOMPARE(edited.clusters.size(), std::size_t{1}); // each of its prompts has a frame of its own
}

/// The change of each prompt is known, so that its interval is that of a mean of so many occupations.
void TestGuardTexts::changesHaveIntervals()
{
    ItemTable before{{{}, {}}, {}, {{}}};
    ItemTable after = before;
    for (int i = 0; i < 100; ++i) {
        before.columns[0].push_back(0.5F);
        after.columns[0].push_back(i % 4 < 2 ? 0.1F : 0.3F); // an occupation's two prompts are alike
        before.clusters[0].push_back(i / 2);
    }
    const QJsonObject fact = pairedFacts(before, after, 1);
    QCOMPARE(fact[QLatin1String("prompts")].toInt(), 100);
    const double low = fact[QLatin1String("low")].toDouble();
    const double high = fact[QLatin1String("high")].toDouble();
    QVERIFY(low < -0.3 && high > -0.3);
    const double expected = 2 * 1.96 * 0.1 / std::sqrt(50); // 50 occupations, standard deviation 0.1
    QVERIFY2(std::abs(high - low - expected) < 0.1 * expected, qPrintable(QString::number(high - low)));
}

void TestGuardTexts::withoutFoldsTheModelWritesContexts()
{
    QTemporaryDir dir;
    const QString copy = dir.filePath(QStringLiteral("model"));
    QVERIFY(copyFolder(demoModel(), copy));
    QVERIFY(QFile::remove(copy + QStringLiteral("/folds.json")));
    const QString goal = dir.filePath(QStringLiteral("goal.csv"));
    QVERIFY(test::write(goal, "name,target\nnurse,0.5\naccountant,0.5\n"));
    const LoadedModel model = opened(copy);
    SilentMonitor monitor;
    const GapCells cells(model, {Goal::Kind::Custom, goal}, {}, 1, monitor);
    const QJsonObject facts = cells.facts(*model.model, *model.model, monitor);
    qint64 prompts = 0;
    for (auto cell = facts.begin(); cell != facts.end(); ++cell)
        prompts += cell.value()[QLatin1String("prompts")].toInteger();
    QCOMPARE(prompts, qint64{2 * 8});
}

void TestGuardTexts::canBeCancelled()
{
    StoppingMonitor stopping(0);
    SilentMonitor monitor;
    const GuardTexts texts(m_demo, {}, 1, monitor);
    QVERIFY(thrown([&] { texts.read(*m_demo.model, stopping); }).startsWith(QLatin1String("Cancelled")));
    // A text of the grammar is written before any of it is read.
    StoppingMonitor writing(3);
    QVERIFY(thrown([&] { plainLines({}, {}, true, 10000000, 1, writing); }).startsWith(QLatin1String("Cancelled")));
}

QTEST_GUILESS_MAIN(TestGuardTexts)
#include "TestGuardTexts.moc"
