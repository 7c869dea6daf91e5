// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/CompareLogits.h"

#include <ATen/ATen.h>
#include <QTest>
#include <cmath>

using namespace cw;

/// When logits count as those of a reference, and when not.
class TestCompareLogits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFiguresAreRight();
    void inFp32SmallDifferencesHold_data();
    void inFp32SmallDifferencesHold();
    void inBf16CloseLogitsMayChangePlaces_data();
    void inBf16CloseLogitsMayChangePlaces();
    void inBf16LargeDifferencesDoNotHold();
    void whatIsNoNumberDoesNotHold();
};

void TestCompareLogits::theFiguresAreRight()
{
    const at::Tensor reference = at::tensor({3.0f, 0.0f, -4.0f, 1.0f, 2.0f, 0.0f}).view({2, 3});
    const at::Tensor logits = at::tensor({3.0f, 0.5f, -4.0f, 2.5f, 2.0f, 0.0f}).view({2, 3});
    const Parity parity = compareLogits(logits, reference);
    QCOMPARE(parity.tokens, std::int64_t{2});
    QCOMPARE(parity.vocabulary, std::int64_t{3});
    QCOMPARE(parity.largestLogit, 4.0);
    QCOMPARE(parity.difference, 1.5);
    QVERIFY(std::abs(parity.relativeL2 - std::sqrt(2.5 / 30)) < 1e-6);
    QCOMPARE(parity.sameTop, std::int64_t{1});
    QCOMPARE(parity.otherTop, std::int64_t{1});
    QVERIFY(!parity.isHalf && !parity.holds());
}

void TestCompareLogits::inFp32SmallDifferencesHold_data()
{
    QTest::addColumn<double>("size");
    QTest::addColumn<double>("difference");
    QTest::addColumn<bool>("holds");
    QTest::newRow("equal") << 1.0 << 0.0 << true;
    QTest::newRow("small logits, small difference") << 0.01 << 0.9e-4 << true;
    QTest::newRow("small logits, too much") << 0.01 << 1.2e-4 << false;
    QTest::newRow("large logits, small difference") << 50.0 << 4e-3 << true;
    QTest::newRow("large logits, too much") << 50.0 << 6e-3 << false;
}

void TestCompareLogits::inFp32SmallDifferencesHold()
{
    QFETCH(double, size);
    QFETCH(double, difference);
    QFETCH(bool, holds);
    const at::Tensor reference = at::linspace(-size, size, 12, at::kDouble).view({3, 4});
    at::Tensor logits = reference.clone();
    logits[1][2] += difference;
    QCOMPARE(compareLogits(logits.to(at::kFloat), reference.to(at::kFloat)).holds(), holds);
}

void TestCompareLogits::inBf16CloseLogitsMayChangePlaces_data()
{
    QTest::addColumn<double>("best");
    QTest::addColumn<double>("second");
    QTest::addColumn<bool>("holds");
    QTest::newRow("close") << 1.0 << 0.96 << true;
    QTest::newRow("clear") << 1.0 << 0.93 << false;
    QTest::newRow("within two steps of large ones") << 11.15 << 11.04 << true;
    QTest::newRow("beyond them") << 11.2 << 10.9 << false;
}

void TestCompareLogits::inBf16CloseLogitsMayChangePlaces()
{
    QFETCH(double, best);
    QFETCH(double, second);
    QFETCH(bool, holds);
    const at::Tensor reference = at::tensor({best, second, -20.0, -20.0}, at::kDouble).view({1, 4});
    const at::Tensor swapped = at::tensor({second, best, -20.0, -20.0}, at::kDouble).view({1, 4});
    const Parity parity = compareLogits(swapped.to(at::kBFloat16), reference);
    QVERIFY(parity.isHalf && parity.relativeL2 < 0.02);
    QCOMPARE(parity.sameTop, std::int64_t{0});
    QCOMPARE(parity.holds(), holds);
}

void TestCompareLogits::inBf16LargeDifferencesDoNotHold()
{
    const at::Tensor reference = at::linspace(-8, 8, 40, at::kDouble).view({4, 10});
    QVERIFY(compareLogits(reference.to(at::kBFloat16), reference).holds());
    QVERIFY(!compareLogits((reference * 1.03).to(at::kBFloat16), reference).holds());
}

void TestCompareLogits::whatIsNoNumberDoesNotHold()
{
    const at::Tensor reference = at::linspace(-1, 1, 8).view({2, 4});
    for (const double wrong : {std::nan(""), double{INFINITY}}) {
        at::Tensor logits = reference.clone();
        logits[0][0] = wrong;
        QVERIFY(!compareLogits(logits, reference).holds());
        QVERIFY(!compareLogits(logits.to(at::kBFloat16), reference).holds());
        QVERIFY(!compareLogits(reference, logits).holds());
    }
}

QTEST_APPLESS_MAIN(TestCompareLogits)
#include "TestCompareLogits.moc"
