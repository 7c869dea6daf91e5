// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/GuardLines.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace cw;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Prompts or words, each a cluster of its own, every second one so much above and below the mean.
ItemTable items(double mean, double spread = 0)
{
    ItemTable table{{{}}, {}, {{}}};
    for (int i = 0; i < 40; ++i) {
        table.columns[0].push_back(static_cast<float>(i % 2 == 0 ? mean + spread : mean - spread));
        table.clusters[0].push_back(i);
    }
    return table;
}

/// Texts of ten tokens each, with this perplexity on the whole.
ItemTable texts(double perplexity, double spread = 0)
{
    ItemTable table = items(10 * std::log(perplexity), spread);
    table.columns.emplace_back(table.size(), 10.0F);
    return table;
}

GuardItems guardItems(double mass, double perplexity, double definitions)
{
    return {items(mass), texts(perplexity), items(definitions)};
}

QString verdicts(const std::vector<GuardLine> &lines)
{
    QStringList all;
    for (const GuardLine &line : lines)
        all << name(line.verdict);
    return all.join(u' ');
}

} // namespace

/// What an edit must not break, with the intervals of its changes.
class TestGuardLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeIntervalsDecide_data();
    void wholeIntervalsDecide();
    void whatLiesAcrossALimitIsUndecided();
    void whatIsNoNumberIsBroken();
    void ofNothingIsNoVerdict();
    void oneBrokenGuardBreaksAll();
};

void TestGuardLines::wholeIntervalsDecide_data()
{
    QTest::addColumn<double>("mass");
    QTest::addColumn<double>("perplexity");
    QTest::addColumn<double>("definitions");
    QTest::addColumn<bool>("mayGain");
    QTest::addColumn<QString>("expected");
    QTest::newRow("as before") << 0.8 << 20.0 << 0.7 << false << "held held held";
    QTest::newRow("within the limits") << 0.73 << 20.3 << 0.64 << false << "held held held";
    QTest::newRow("less mass") << 0.71 << 20.0 << 0.7 << false << "broken held held";
    QTest::newRow("more mass") << 0.89 << 20.0 << 0.7 << false << "broken held held";
    QTest::newRow("more mass that was asked for") << 0.99 << 20.0 << 0.7 << true << "held held held";
    QTest::newRow("less mass that was not") << 0.71 << 20.0 << 0.7 << true << "broken held held";
    QTest::newRow("worse text") << 0.8 << 20.5 << 0.7 << false << "held broken held";
    QTest::newRow("better text") << 0.8 << 12.0 << 0.7 << false << "held held held";
    QTest::newRow("fewer definitions") << 0.8 << 20.0 << 0.62 << false << "held held broken";
    QTest::newRow("definitions the other way") << 0.8 << 20.0 << -0.7 << false << "held held broken";
}

void TestGuardLines::wholeIntervalsDecide()
{
    QFETCH(double, mass);
    QFETCH(double, perplexity);
    QFETCH(double, definitions);
    QFETCH(bool, mayGain);
    QFETCH(QString, expected);
    const std::vector<GuardLine> lines =
        compared(guardItems(0.8, 20, 0.7), guardItems(mass, perplexity, definitions), mayGain, 1);
    QCOMPARE(verdicts(lines), expected);
    QVERIFY(std::abs(lines[0].after - mass) < 1e-6);
    QVERIFY(std::abs(lines[1].after - perplexity) < 1e-4);
    // All items change alike.
    QVERIFY(std::abs(lines[2].change.low - (definitions - 0.7)) < 1e-6);
    QVERIFY(std::abs(lines[2].change.high - (definitions - 0.7)) < 1e-6);
}

void TestGuardLines::whatLiesAcrossALimitIsUndecided()
{
    GuardItems after = guardItems(0.8, 20, 0.7);
    after.mass = items(0.73, 0.1);
    after.text = texts(20.3, 2);
    after.definitions = items(0.64, 0.2);
    const std::vector<GuardLine> lines = compared(guardItems(0.8, 20, 0.7), after, false, 1);
    QCOMPARE(verdicts(lines), QStringLiteral("undecided undecided undecided"));
    for (const GuardLine &line : lines)
        QVERIFY(line.change.low < line.after - line.before && line.after - line.before < line.change.high);
    // What is the same in both models is no doubt.
    QCOMPARE(verdicts(compared(after, after, false, 1)), QStringLiteral("held held held"));
    // A single cluster says nothing of others.
    GuardItems single = guardItems(0.8, 20, 0.7);
    single.text.clusters[0].assign(40, 0);
    QCOMPARE(verdicts(compared(single, single, false, 1)), QStringLiteral("held undecided held"));
}

void TestGuardLines::whatIsNoNumberIsBroken()
{
    GuardItems after = guardItems(0.8, 20, 0.7);
    after.mass.columns[0][3] = static_cast<float>(none);
    after.text.columns[0][3] = std::numeric_limits<float>::infinity();
    after.definitions = items(none);
    const std::vector<GuardLine> lines = compared(guardItems(0.8, 20, 0.7), after, true, 1);
    QCOMPARE(verdicts(lines), QStringLiteral("broken broken broken"));
    QVERIFY(std::isnan(lines[0].after));
    QVERIFY(toJson(lines)[QLatin1String("mass")][QLatin1String("after")].toDouble(-1) != 0.8);
}

void TestGuardLines::ofNothingIsNoVerdict()
{
    GuardItems some = guardItems(0.8, 20, 0.7);
    some.definitions = {};
    const std::vector<GuardLine> lines = compared(some, some, false, 1);
    QCOMPARE(verdicts(lines), QStringLiteral("held held "));
    QCOMPARE(verdictOf(lines), GuardVerdict::Held);
}

void TestGuardLines::oneBrokenGuardBreaksAll()
{
    using V = GuardVerdict;
    QCOMPARE(together({V::Held, V::Undecided, V::Broken}), V::Broken);
    QCOMPARE(together({V::Undecided, V::Held, V::None}), V::Undecided);
    QCOMPARE(together({V::None, V::Held}), V::Held);
    QCOMPARE(together({}), V::None);
    for (const V verdict : {V::Held, V::Broken, V::Undecided, V::None})
        QCOMPARE(guardVerdict(name(verdict)), verdict);
}

QTEST_GUILESS_MAIN(TestGuardLines)
#include "TestGuardLines.moc"
