// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/Association.h"
#include "tests/support/TestFiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

std::vector<std::vector<float>> vectors(const QJsonValue &value)
{
    std::vector<std::vector<float>> all;
    for (const QJsonValue &row : value.toArray()) {
        all.emplace_back();
        for (const QJsonValue &x : row.toArray())
            all.back().push_back(static_cast<float>(x.toDouble()));
    }
    return all;
}

} // namespace

class TestAssociation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsNumPy_data();
    void equalsNumPy();
    void aDrawnPIsNearTheExactOne();
    void theIntervalHoldsTheEffect();
};

void TestAssociation::equalsNumPy_data()
{
    QTest::addColumn<QJsonObject>("wanted");
    const QJsonArray cases =
        QJsonDocument::fromJson(read(fixture(QStringLiteral("measures/association.json")))).array();
    QVERIFY(!cases.isEmpty());
    for (qsizetype i = 0; i < cases.size(); ++i)
        QTest::newRow(qPrintable(QString::number(i))) << cases[i].toObject();
}

void TestAssociation::equalsNumPy()
{
    QFETCH(QJsonObject, wanted);
    const QJsonArray sets = wanted[QLatin1String("sets")].toArray();
    const std::vector<double> s =
        associations({vectors(sets[0]), vectors(sets[1]), vectors(sets[2]), vectors(sets[3])});
    const QJsonArray expected = wanted[QLatin1String("associations")].toArray();
    QCOMPARE(static_cast<qsizetype>(s.size()), expected.size());
    for (std::size_t i = 0; i < s.size(); ++i)
        QVERIFY(std::abs(s[i] - expected[static_cast<qsizetype>(i)].toDouble()) < 1e-9);
    QVERIFY(std::abs(effectSize(s) - wanted[QLatin1String("effect")].toDouble()) < 1e-9);
    QCOMPARE(permutationP(s, 1), wanted[QLatin1String("p")].toDouble());
}

void TestAssociation::aDrawnPIsNearTheExactOne()
{
    // 10 against 10: too many splits to try all. A drawn p is never 0, and those of both directions add up to 1.
    std::vector<double> s;
    for (int i = 0; i < 20; ++i)
        s.push_back(std::sin(7.0 * i) + (i < 10 ? 1.0 : 0.0));
    const double p = permutationP(s, 3);
    QVERIFY(p >= 1e-5 && p < 0.05);
    QCOMPARE(permutationP(s, 3), p);
    const double reversed = permutationP(std::vector<double>(s.rbegin(), s.rend()), 3);
    QVERIFY2(std::abs(p + reversed - 1) < 0.01, qPrintable(QString::number(p + reversed)));
}

void TestAssociation::theIntervalHoldsTheEffect()
{
    std::vector<double> s;
    for (int i = 0; i < 16; ++i)
        s.push_back(std::cos(5.0 * i) + (i < 8 ? 0.5 : 0.0));
    const Interval interval = effectInterval({s}, 1);
    QVERIFY(interval.low < effectSize(s) && effectSize(s) < interval.high);
    const Interval twice = effectInterval({s, s}, 1);
    QCOMPARE(twice.low, interval.low);
}

QTEST_GUILESS_MAIN(TestAssociation)
#include "TestAssociation.moc"
