// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/PassAtK.h"

#include <QTest>
#include <cmath>

using namespace cw;

namespace {

/// The share of all ways to choose k of n programs that hold at least one of the first c.
double counted(int n, int c, int k)
{
    int all = 0;
    int passing = 0;
    for (int chosen = 0; chosen < 1 << n; ++chosen) {
        int size = 0;
        for (int i = 0; i < n; ++i)
            size += chosen >> i & 1;
        if (size != k)
            continue;
        ++all;
        passing += (chosen & ((1 << c) - 1)) != 0 ? 1 : 0;
    }
    return static_cast<double>(passing) / all;
}

} // namespace

class TestPassAtK : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsTheShareOfChoices();
    void largeCountsStayExact();
    void tooFewProgramsHaveNone();
};

void TestPassAtK::itIsTheShareOfChoices()
{
    for (int n = 1; n <= 12; ++n)
        for (int c = 0; c <= n; ++c)
            for (int k = 1; k <= n; ++k)
                QVERIFY2(std::abs(passAtK(n, c, k) - counted(n, c, k)) < 1e-12,
                         qPrintable(QStringLiteral("%1 %2 %3").arg(n).arg(c).arg(k)));
}

/// Where the binomials are above what a double holds.
void TestPassAtK::largeCountsStayExact()
{
    QVERIFY(std::abs(passAtK(2000, 1, 1000) - 0.5) < 1e-12);
    QVERIFY(std::abs(passAtK(100000, 37, 1) - 0.00037) < 1e-12);
    // 1 - 1000 * 999 / (2000 * 1999)
    QVERIFY(std::abs(passAtK(2000, 2, 1000) - (1 - 999000.0 / 3998000.0)) < 1e-12);
    QCOMPARE(passAtK(100000, 99991, 10), 1.0);
    QCOMPARE(passAtK(200, 0, 100), 0.0);
}

void TestPassAtK::tooFewProgramsHaveNone()
{
    QVERIFY(std::isnan(passAtK(9, 9, 10)));
    QVERIFY(!std::isnan(passAtK(10, 9, 10)));
}

QTEST_GUILESS_MAIN(TestPassAtK)
#include "TestPassAtK.moc"
