// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TokenRoles.h"

#include <QTest>
#include <cmath>

using namespace cw;

class TestTokenRoles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRoleHasItsTokens_data();
    void everyRoleHasItsTokens();
    void pooledRolesAreMeansOfTheirTokens();
    void aMissingCellMakesItsRoleMissingThere();
};

void TestTokenRoles::everyRoleHasItsTokens_data()
{
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::addColumn<QString>("picture");
    QTest::addColumn<int>("readAt");
    // One column for each role, the tokens of the role in it.
    QTest::newRow("long") << 9 << 1 << 5 << QStringLiteral("1|23|4|5|67|8") << -1;
    QTest::newRow("one token") << 4 << 1 << 2 << QStringLiteral("1||1|2||3") << -1;
    QTest::newRow("two tokens") << 6 << 0 << 2 << QStringLiteral("0||1|2|34|5") << -1;
    QTest::newRow("one token after") << 4 << 1 << 3 << QStringLiteral("1||2|3||3") << -1;
    QTest::newRow("subject at the end") << 4 << 2 << 4 << QStringLiteral("2||3|||3") << -1;
    QTest::newRow("mask behind the subject") << 9 << 1 << 3 << QStringLiteral("1||2|3|45|6") << 6;
    QTest::newRow("mask right behind it") << 6 << 1 << 3 << QStringLiteral("1||2|3||3") << 3;
    QTest::newRow("mask before the subject") << 7 << 3 << 4 << QStringLiteral("3||3|4|56|1") << 1;
}

void TestTokenRoles::everyRoleHasItsTokens()
{
    QFETCH(int, tokens);
    QFETCH(int, begin);
    QFETCH(int, end);
    QFETCH(QString, picture);
    QFETCH(int, readAt);
    QStringList roles;
    for (const TokenRole role : tokenRoles) {
        const RoleRange range = roleRange(role, tokens, begin, end, readAt);
        QString members;
        for (int token = range.begin; token < range.end; ++token)
            members += QString::number(token);
        roles << members;
    }
    QCOMPARE(roles.join(u'|'), picture);
}

void TestTokenRoles::pooledRolesAreMeansOfTheirTokens()
{
    EffectMap map;
    map.tokens = 6;
    map.layers = 2;
    for (int token = 0; token < 6; ++token) {
        map.effect.insert(map.effect.end(), {double(token), 10.0 * token});
        map.error.insert(map.error.end(), {0.1 * token, 0.5});
    }
    const RoleEffects roles = roleEffects(map, 0, 2);
    QCOMPARE(roles.layers, 2);
    QCOMPARE(roles.effect[0], (std::vector<double>{0, 0}));
    QVERIFY(std::isnan(roles.effect[1][0]));
    QCOMPARE(roles.effect[2], (std::vector<double>{1, 10}));
    QCOMPARE(roles.effect[4], (std::vector<double>{3.5, 35}));
    QCOMPARE(roles.error[4][0], 0.35);
    QCOMPARE(roles.error[4][1], 0.5);
    QCOMPARE(roles.effect[5], (std::vector<double>{5, 50}));
}

void TestTokenRoles::aMissingCellMakesItsRoleMissingThere()
{
    EffectMap map;
    map.tokens = 5;
    map.layers = 2;
    map.effect.assign(10, 1.0);
    map.error.assign(10, 0.0);
    map.effect[2 * 2 + 1] = NAN;
    const RoleEffects roles = roleEffects(map, 0, 1);
    QCOMPARE(roles.effect[4][0], 1.0);
    QVERIFY(std::isnan(roles.effect[4][1]));
    QCOMPARE(roles.effect[5][1], 1.0);
}

QTEST_APPLESS_MAIN(TestTokenRoles)
#include "TestTokenRoles.moc"
