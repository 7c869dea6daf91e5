// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Occupations.h"
#include "core/engine/Error.h"

#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace cw;

class TestOccupations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBuiltInListIsWide();
    void fieldsAreReadAsTheyStand();
    void aBadLineIsRefusedWithItsNumber_data();
    void aBadLineIsRefusedWithItsNumber();
    void aMissingFileIsRefusedWithItsName();

private:
    QString written(const QByteArray &text);

    QTemporaryDir m_folder;
};

QString TestOccupations::written(const QByteArray &text)
{
    const QString path = m_folder.filePath(QStringLiteral("occupations.csv"));
    QFile file(path);
    file.open(QIODevice::WriteOnly);
    file.write(text);
    return path;
}

void TestOccupations::theBuiltInListIsWide()
{
    const auto all = readOccupations(qEnvironmentVariable("CW_TEST_RESOURCES") + QStringLiteral("/occupations.csv"));
    QVERIFY(all.size() >= 120);
    std::set<QString> names;
    int demo = 0;
    for (const Occupation &occupation : all) {
        names.insert(occupation.name);
        demo += occupation.demo ? 1 : 0;
        QVERIFY(occupation.year >= 2015 && !occupation.source.isEmpty());
    }
    QCOMPARE(names.size(), all.size());
    QVERIFY(demo >= 60);
}

void TestOccupations::fieldsAreReadAsTheyStand()
{
    const auto all = readOccupations(
        written("name,share,year,source,demo\nbus driver,40.7,2020,\"BLS \"\"table 11\"\", drivers\",yes\n\n"));
    QCOMPARE(all.size(), std::size_t{1});
    QCOMPARE(all[0].name, QStringLiteral("bus driver"));
    QCOMPARE(all[0].share, 40.7);
    QCOMPARE(all[0].year, 2020);
    QCOMPARE(all[0].source, QStringLiteral("BLS \"table 11\", drivers"));
    QVERIFY(all[0].demo);
}

void TestOccupations::aBadLineIsRefusedWithItsNumber_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("share") << QByteArray("nurse,many,2020,BLS,yes");
    QTest::newRow("above 100") << QByteArray("nurse,101,2020,BLS,yes");
    QTest::newRow("not a number") << QByteArray("nurse,nan,2020,BLS,yes");
    QTest::newRow("year") << QByteArray("nurse,88,long ago,BLS,yes");
    QTest::newRow("mark") << QByteArray("nurse,88,2020,BLS,maybe");
    QTest::newRow("few fields") << QByteArray("nurse,88");
    QTest::newRow("no name") << QByteArray(",88,2020,BLS,yes");
}

void TestOccupations::aBadLineIsRefusedWithItsNumber()
{
    QFETCH(QByteArray, line);
    const QString path = written("name,share,year,source,demo\ncook,42.1,2020,BLS,yes\n" + line + "\n");
    try {
        readOccupations(path);
        QFAIL("the line was read");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), Error::Kind::Format);
        QCOMPARE(error.arguments(), (std::vector<std::string>{path.toStdString(), "3"}));
    }
}

void TestOccupations::aMissingFileIsRefusedWithItsName()
{
    const QString path = m_folder.filePath(QStringLiteral("absent.csv"));
    try {
        readOccupations(path);
        QFAIL("a missing file was read");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), Error::Kind::File);
        QCOMPARE(QString::fromStdString(error.arguments().at(0)), path);
    }
}

QTEST_APPLESS_MAIN(TestOccupations)
#include "TestOccupations.moc"
