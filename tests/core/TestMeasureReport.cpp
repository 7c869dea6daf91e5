// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/MeasureFile.h"
#include "tests/support/MeasureJobs.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <functional>

using namespace cw;
using namespace cw::test;

namespace {

/// A guard whose first column has these values; of a text, for one token each.
MeasureProgress guarded(const QString &measure, const std::function<float(int)> &value, int items)
{
    MeasureRun run;
    run.settings = settings(measure);
    for (int item = 0; item < items; ++item)
        run.items.push_back({QString::number(item), {}, {}, {QString::number(item)}, static_cast<std::size_t>(item)});
    MeasureProgress progress(run);
    for (std::size_t item = 0; item < run.items.size(); ++item) {
        for (std::vector<float> &column : progress.columns)
            column[item] = 1;
        progress.columns[0][item] = value(static_cast<int>(item));
        progress.states[item] = ItemState::Done;
    }
    return progress;
}

} // namespace

class TestMeasureReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aModelIsNoOtherThanItself();
    void modelsWithoutACommonItemAreNotCompared();
    void guardsHoldBreakOrStayUndecided();
    void reportsHaveEveryForm();
};

void TestMeasureReport::aModelIsNoOtherThanItself()
{
    const MeasureProgress progress = measured(settings(gap, 60));
    std::vector<MeasureComparison> comparisons{compare(progress, progress, 200)};
    adjust(comparisons);
    QCOMPARE(comparisons[0].pairs, 60);
    QCOMPARE(comparisons[0].unpaired, 0);
    QCOMPARE(comparisons[0].flipped, 0.0);
    for (const NumberChange &change : comparisons[0].changes) {
        if (std::isnan(change.before))
            continue;
        QCOMPARE(change.change(), 0.0);
        QCOMPARE(change.p, 1.0);
    }
    MeasureProgress other = progress;
    for (float &value : other.columns[2]) // the signed gap, which flips
        value = -value;
    QCOMPARE(compare(progress, other, 200).flipped, 1.0);
}

void TestMeasureReport::modelsWithoutACommonItemAreNotCompared()
{
    const MeasureProgress progress = measured(settings(gap, 10));
    MeasureProgress other = progress;
    for (MeasureItem &item : other.run.items)
        item.id += QStringLiteral("?");
    QVERIFY(thrown([&] { compare(progress, other, 10); }).startsWith(QLatin1String("Input: gap has no item")));
}

void TestMeasureReport::guardsHoldBreakOrStayUndecided()
{
    constexpr int items = 400;
    const MeasureProgress base = guarded(
        QStringLiteral("piqa"), [](int item) { return item % 4 > 0 ? 1.0F : 0.0F; }, items);
    const auto verdict = [&base](const MeasureProgress &other) {
        return compare(base, other, 2000).changes[0].verdict;
    };
    QCOMPARE(verdict(base), GuardVerdict::Held);
    QCOMPARE(verdict(guarded(
                 QStringLiteral("piqa"), [](int item) { return item % 4 > 1 ? 1.0F : 0.0F; }, items)),
             GuardVerdict::Broken);
    // A point less, with as many items right that were wrong as the other way round: nobody knows.
    QCOMPARE(
        verdict(guarded(
            QStringLiteral("piqa"),
            [](int item) { return item % 4 > 0 ? (item % 50 == 1 ? 0.0F : 1.0F) : (item % 100 == 0 ? 1.0F : 0.0F); },
            items)),
        GuardVerdict::Undecided);
    const auto loss = [](float nats) { return [nats](int item) { return nats + static_cast<float>(item % 7); }; };
    const MeasureProgress text = guarded(QStringLiteral("perplexity"), loss(3), items);
    QCOMPARE(compare(text, guarded(QStringLiteral("perplexity"), loss(3.01F), items), 2000).changes[0].verdict,
             GuardVerdict::Held);
    QCOMPARE(compare(text, guarded(QStringLiteral("perplexity"), loss(3.1F), items), 2000).changes[0].verdict,
             GuardVerdict::Broken);
    QVERIFY(name(GuardVerdict::Held) == QLatin1String("held") && name(GuardVerdict::None).isEmpty());
}

void TestMeasureReport::reportsHaveEveryForm()
{
    MeasureReport report(demoModel());
    MeasureProgress other = measured(settings(gap, 30));
    report.add(other, summarise(other, 200));
    other.run.settings.models = QStringList{QStringLiteral("/models/a|b_c")};
    report.add(other, summarise(other, 200));
    report.add(MeasureNotRun{QStringLiteral("seat"), demoModel(), QStringLiteral("It is not there.")});
    const QJsonObject json = reportJson(report);
    QCOMPARE(json[QLatin1String("complete")], QJsonValue(true));
    MeasureReport stopped = report;
    stopped.stop();
    QCOMPARE(reportJson(stopped)[QLatin1String("complete")], QJsonValue(false));
    QCOMPARE(json[QLatin1String("measures")].toArray().size(), 2);
    QCOMPARE(json[QLatin1String("comparisons")].toArray().size(), 1);
    QCOMPARE(json[QLatin1String("notRun")].toArray().size(), 1);
    QVERIFY(json[QLatin1String("complete")].toBool());
    const qsizetype rules = static_cast<qsizetype>(report.runs().front().run.info().numbers.size());
    QCOMPARE(reportCsv(report).count('\n'), 4 + 1 + 2 * rules + 2 + rules + 2 + 1);
    QVERIFY(reportText(report).contains(QLatin1String("It is not there.")));
    QVERIFY(reportMarkdown(report).contains("a\\|b_c"));
    QVERIFY(reportLatex(report).contains("a\\textbar{}b\\_c"));
    QCOMPARE(itemsCsv(other).count('\n'), 31);
    const QTemporaryDir dir;
    for (const char *name : {"r.json", "r.csv", "r.md", "r.tex"}) {
        writeReport(dir.filePath(QLatin1String(name)), report);
        QVERIFY(QFileInfo(dir.filePath(QLatin1String(name))).size() > 500);
    }
    QVERIFY(
        thrown([&] { checkReportFile(dir.filePath(QStringLiteral("r.doc"))); }).startsWith(QLatin1String("Input: ")));
    QVERIFY(thrown([&] { checkReportFile(QStringLiteral("/no/such/r.md")); }).startsWith(QLatin1String("File: ")));
}

QTEST_GUILESS_MAIN(TestMeasureReport)
#include "TestMeasureReport.moc"
