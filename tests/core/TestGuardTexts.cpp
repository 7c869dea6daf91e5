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
#include "core/measures/GapFolds.h"
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
    const GuardValues before = texts.read(*m_demo.model, monitor);
    QCOMPARE(before.mass, 0.0);
    QVERIFY(before.perplexity > 1.5 && before.perplexity < 6);
    // A model that cannot tell he from she says other texts about as before: their perplexity is hardly worse, while
    // that of the grammar with its pronouns is.
    const auto other = confused(m_demo, {QStringLiteral(" he"), QStringLiteral(" she")});
    const GuardValues after = texts.read(*other, monitor);
    const auto whole = keptTexts(m_demo, {{}, {}, 3000, 5}, monitor);
    std::vector<std::vector<std::int64_t>> lines;
    for (const auto &text : whole)
        if (text.size() > 1)
            lines.push_back(text);
    const double worse = std::exp(nextTokenLoss(*other, lines, monitor) - nextTokenLoss(*m_demo.model, lines, monitor));
    QVERIFY2(after.perplexity / before.perplexity < 1 + 0.75 * (worse - 1),
             qPrintable(QStringLiteral("%1 %2").arg(after.perplexity / before.perplexity).arg(worse)));
}

void TestGuardTexts::definitionsKeepTheirSign()
{
    SilentMonitor monitor;
    const GuardTexts texts(m_demo, {}, 1, monitor);
    const GuardValues before = texts.read(*m_demo.model, monitor);
    QVERIFY(before.definitions > 0.6);
    const auto other = confused(m_demo, {QStringLiteral(" he"), QStringLiteral(" she")});
    const GuardValues after = texts.read(*other, monitor);
    QVERIFY(std::abs(after.definitions) < 0.1);
    const std::vector<GuardLine> lines = compared(before, after, false);
    QVERIFY(!areHeld(lines));
    QCOMPARE(toJson(lines)[QLatin1String("definitions")][QLatin1String("held")].toBool(true), false);
    QCOMPARE(toJson(lines)[QLatin1String("definitions")][QLatin1String("before")].toDouble(), before.definitions);
}

void TestGuardTexts::anotherModelReadsTheEndOfItsText()
{
    QTemporaryDir dir;
    const QString copy = dir.filePath(QStringLiteral("model"));
    QVERIFY(copyFolder(demoModel(), copy));
    QVERIFY(QFile::remove(copy + QStringLiteral("/folds.json")));
    const LoadedModel model = opened(copy);
    SilentMonitor monitor;
    const GuardValues values = GuardTexts(model, {}, 1, monitor).read(*model.model, monitor);
    // It was never shown such text.
    QVERIFY(values.perplexity > 10);
    QVERIFY(values.definitions > 0.6);
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
        prompts += fact[QLatin1String("prompts")].toInteger();
    }
    QCOMPARE(prompts, static_cast<qint64>(folds.reporting.size()));
    QCOMPARE(cells.editedUnseen().prompts, facts[QLatin1String("edited_unseen")][QLatin1String("prompts")].toInt());
    QCOMPARE(cells.allUnseen().prompts,
             cells.editedUnseen().prompts + facts[QLatin1String("held_out_unseen")][QLatin1String("prompts")].toInt());
    QCOMPARE(cells.editedUnseen().read(*m_demo.model, monitor).value,
             facts[QLatin1String("edited_unseen")][QLatin1String("before")].toDouble());
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
    struct Stopping final : Monitor {
        void stage(const char *) override {}
        void step(std::int64_t, std::int64_t) override { throw Error(Error::Kind::Cancelled, ""); }
    } stopping;
    SilentMonitor monitor;
    const GuardTexts texts(m_demo, {}, 1, monitor);
    QVERIFY(thrown([&] { texts.read(*m_demo.model, stopping); }).startsWith(QLatin1String("Cancelled")));
}

QTEST_GUILESS_MAIN(TestGuardTexts)
#include "TestGuardTexts.moc"
