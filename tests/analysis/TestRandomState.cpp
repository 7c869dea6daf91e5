// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RandomState.h"

#include <QFile>
#include <QtTest>
#include <cmath>
#include <cstdlib>

using namespace cw;

class TestRandomState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersEqualNumPys_data();
    void numbersEqualNumPys();
    void seedsDiffer();
};

void TestRandomState::numbersEqualNumPys_data()
{
    QTest::addColumn<int>("seed");
    QTest::newRow("seed 1") << 1;
    QTest::newRow("seed 7") << 7;
}

void TestRandomState::numbersEqualNumPys()
{
    QFETCH(int, seed);
    QFile file(QStringLiteral("%1/noise/seed%2.txt").arg(qEnvironmentVariable("CW_TEST_FIXTURES")).arg(seed));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QVERIFY(file.readLine().startsWith("# numpy"));
    RandomState random(static_cast<std::uint32_t>(seed));
    const std::vector<double> drawn = random.normals(1000);
    for (const double value : drawn) {
        const double expected = std::strtod(file.readLine().constData(), nullptr);
        QVERIFY(std::abs(value - expected) <= 1e-15);
    }
    QVERIFY(file.atEnd());
}

void TestRandomState::seedsDiffer()
{
    QVERIFY(RandomState(1).normals(8) != RandomState(2).normals(8));
}

QTEST_APPLESS_MAIN(TestRandomState)
#include "TestRandomState.moc"
